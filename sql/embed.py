#!/usr/bin/env python3
"""Turn the migrations into one C file: embed.py OUT.c FILE.sql ..."""
import os
import sys


def literal(line):
    return '    "' + line.replace("\\", "\\\\").replace('"', '\\"') + '\\n"\n'


def main(out, files):
    with open(out, "w", encoding="utf-8") as c:
        c.write('/* Made from the folder sql; do not edit. */\n#include "db/migrate.h"\n\n'
                '/* ISO C promises 4095 bytes; the compilers we build with have no limit. */\n'
                '#pragma GCC diagnostic ignored "-Woverlength-strings"\n\n')
        for number, path in enumerate(files):
            c.write(f"static const char sql_{number}[] =\n")
            with open(path, encoding="utf-8") as sql:
                for line in sql:
                    c.write(literal(line.rstrip("\n")))
            c.write("    ;\n\n")
        c.write("const struct migration migrations[] = {\n")
        for number, path in enumerate(files):
            c.write(f'    {{"{os.path.basename(path)}", sql_{number}}},\n')
        c.write(f"}};\nconst size_t migration_count = {len(files)};\n")


main(sys.argv[1], sorted(sys.argv[2:]))
