// Says as JSON what a reader that others wrote finds in a file: node read.mjs json-stat|xlsx FILE
import { readFileSync } from 'node:fs';
import JSONstat from 'jsonstat-toolkit';
import readWorkbook from 'read-excel-file/node';

const [format, file] = process.argv.slice(2);

function table(dataset) {
  return {
    class: dataset.class,
    label: dataset.label,
    id: dataset.id,
    role: dataset.role,
    categories: dataset.id.map((id) => dataset.Dimension(id).id),
    labels: dataset.id.map((id) => dataset.Dimension(id).Category().map((category) => category.label)),
    rows: dataset.toTable({ type: 'arrobj', content: 'id', status: true }),
  };
}

if (format === 'json-stat') {
  console.log(JSON.stringify(table(JSONstat(JSON.parse(readFileSync(file, 'utf8'))))));
} else {
  console.log(JSON.stringify(await readWorkbook(file)));
}
