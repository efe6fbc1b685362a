// Reads the front matter of files and writes it again, as content management systems do that use gray-matter.
const fs = require("fs");
const matter = require("gray-matter");
for (const file of process.argv.slice(2)) {
  const read = matter(fs.readFileSync(file, "utf8"));
  fs.writeFileSync(file, matter.stringify(read.content, read.data));
}
