#!/usr/bin/env node
// Starts the program that came along in the package for this platform.
const { spawn } = require("node:child_process");

const platform = `${process.platform}-${process.arch}`;
const name = process.platform === "win32" ? "vartani.exe" : "vartani";

let program;
try {
  program = require.resolve(`@vartani/${platform}/${name}`);
} catch {
  console.error(
    `vartani: the package @vartani/${platform} is not installed. Install vartani again without --omit=optional; ` +
      "where there is no package for this platform: https://github.com/vartani/vartani#install",
  );
  process.exit(2);
}

const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
// Whoever stops this process means the program; it ends by itself and says how
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
const again = `it is damaged or not for ${platform}; install vartani again with this machine's own Node`;
child.on("error", (error) => {
  console.error(`vartani: ${program} cannot be started (${error.message}): ${again}`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  // The program itself ends with 0, 1 or 2: these are of a shell that could not run it, and of half a file
  if (code === 126 || code === 127 || ["SIGSEGV", "SIGBUS", "SIGILL"].includes(signal)) {
    console.error(`vartani: ${program} does not run (${signal ?? "not a program"}): ${again}`);
    process.exit(2);
  }
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code ?? 2);
  }
});
