// Reads reports by parsers that are not ours. Its input is {junit, checkstyle, azure}; it prints what each made of its own.
import taskcommand from "azure-pipelines-task-lib/taskcommand.js";
import { parse } from "junit2json";
import xml2js from "xml2js";

let told = "";
for await (const part of process.stdin) told += part;
const { junit, checkstyle, azure } = JSON.parse(told);
console.log(JSON.stringify({
  junit: await parse(junit),
  checkstyle: await xml2js.parseStringPromise(checkstyle, { strict: true }),
  azure: azure.split("\n").filter(Boolean).map((line) => taskcommand.commandFromString(line)),
}));
