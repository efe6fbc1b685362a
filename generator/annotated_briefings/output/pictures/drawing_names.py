"""What a drawing (SVG 1.1, SVG 2, SVG Animations, Filter Effects, CSS Masking) is made of: elements and attributes that
decide how it looks. Nothing else is published."""

ELEMENTS = frozenset(
    "svg g defs symbol use switch view style a path rect circle ellipse line polyline polygon text tspan textPath "
    "image pattern clipPath mask linearGradient radialGradient stop marker filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow "
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset "
    "fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate animateTransform animateMotion "
    "set mpath".split()
)
WRITTEN = frozenset(("text", "tspan", "textPath", "a", "style"))
"""Elements whose words are part of the drawing."""
NAMED = frozenset("symbol view mask clipPath filter linearGradient radialGradient pattern marker".split())
"""Elements that pages and style sheets name by their id from outside."""
ATTRIBUTES = frozenset(
    "id class style lang href x y x1 x2 y1 y2 dx dy cx cy r rx ry fx fy fr d points width height viewBox "
    "preserveAspectRatio transform transform-origin pathLength version baseProfile zoomAndPan gradientUnits "
    "gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits maskUnits "
    "maskContentUnits mask-type markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits "
    "filterRes in in2 result mode type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 "
    "order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale "
    "diffuseConstant specularConstant specularExponent scale xChannelSelector yChannelSelector azimuth elevation "
    "stdDeviation radius baseFrequency numOctaves seed stitchTiles limitingConeAngle pointsAtX pointsAtY pointsAtZ z "
    "rotate textLength lengthAdjust startOffset method spacing side media requiredFeatures requiredExtensions "
    "systemLanguage attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode "
    "keyTimes keySplines keyPoints from to by additive accumulate path origin alignment-baseline baseline-shift clip "
    "clip-path clip-rule color color-interpolation color-interpolation-filters color-profile color-rendering cursor "
    "direction display dominant-baseline enable-background fill-opacity fill-rule filter flood-color flood-opacity "
    "font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style "
    "font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation "
    "kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mix-blend-mode "
    "opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor "
    "text-decoration text-overflow text-rendering text-transform unicode-bidi vector-effect visibility white-space "
    "word-spacing writing-mode solid-color solid-opacity".split()
)
