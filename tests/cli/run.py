#!/usr/bin/env python3
"""Runs the case files of the command line: run.py PROGRAM [FILE.case ...]

A case file is read line by line, in an empty folder of its own:
  # text           a comment
  | command        shell command that prepares something; $ROOT is the project's folder
  $ coranto ...    runs the program; the lines below say what is expected of it
  exit N           its exit code (0 if not said)
  out TEXT         standard output holds TEXT
  err TEXT         standard error holds TEXT
  no out TEXT      standard output does not hold TEXT
  lines N          standard output has N lines
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def run(command, folder, program):
    environment = dict(os.environ, ROOT=str(ROOT), PATH=f"{pathlib.Path(program).resolve().parent}:{os.environ['PATH']}")
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def holds(line, result):
    code, out, err = result
    word, _, rest = line.partition(" ")
    checks = {"exit": lambda: code == int(rest), "out": lambda: rest in out, "err": lambda: rest in err,
              "lines": lambda: out.count("\n") == int(rest), "no": lambda: rest.partition(" ")[2] not in out}
    return checks[word]()


def faults_of(case, program):
    """What does not hold in one case file, as readable lines; and how many commands were run."""
    faults, commands, result, expects_exit = [], 0, None, True
    with tempfile.TemporaryDirectory() as folder:
        lines = case.read_text(encoding="utf-8").splitlines() + ["$"]
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("$"):
                if result and not expects_exit and result[0] != 0:
                    faults.append(f"{case.name}:{number}: exit {result[0]}: {result[2].strip()[-300:]}")
                if line == "$":
                    break
                result, commands, expects_exit = run(line[2:], folder, program), commands + 1, False
            elif line.startswith("|"):
                subprocess.run(["bash", "-ec", line[2:]], cwd=folder, check=True, env=dict(os.environ, ROOT=str(ROOT)))
            else:
                expects_exit |= line.startswith("exit")
                if not holds(line, result):
                    faults.append(f"{case.name}:{number}: does not hold: {line}\n  exit {result[0]}\n  out: "
                                  f"{result[1][-400:]!r}\n  err: {result[2][-400:]!r}")
    return faults, commands


def main():
    program, cases = sys.argv[1], [pathlib.Path(p) for p in sys.argv[2:]] or sorted(HERE.glob("*.case"))
    failed = 0
    for case in cases:
        faults, commands = faults_of(case, program)
        failed += bool(faults)
        print(f"{'FAIL' if faults else 'ok  '} {case.name} ({commands} commands)", *faults, sep="\n")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
