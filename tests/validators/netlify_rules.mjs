// Prints how Netlify reads the files `_redirects` and `_headers` that are named.
import { parseAllRedirects } from "@netlify/redirect-parser";
import { parseAllHeaders } from "@netlify/headers-parser";
const [redirects, headers] = process.argv.slice(2);
const rules = await parseAllRedirects({ redirectsFiles: [redirects], configRedirects: [], minimal: true });
const fields = await parseAllHeaders({ headersFiles: [headers], configHeaders: [], minimal: true });
console.log(JSON.stringify({ redirects: rules.redirects, headers: fields.headers, errors: [...rules.errors, ...fields.errors].map(String) }));
