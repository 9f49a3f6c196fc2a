// Writes annotations by GitHub's own library: its input is a list of [level, properties, message].
import * as core from "@actions/core";

let told = "";
for await (const part of process.stdin) told += part;
for (const [level, properties, message] of JSON.parse(told)) core[level](message, properties);
