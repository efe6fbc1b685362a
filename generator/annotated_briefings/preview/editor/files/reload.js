/* Connects the page with its preview, which reloads it after a change. */

(function () {
  "use strict";

  var script = document.createElement("script");
  var port = location.port || (location.protocol === "https:" ? 443 : 80);
  script.src = "//" + location.hostname + ":" + port + "/livereload.js?port=" + port;
  document.head.appendChild(script);
})();
