#!/usr/bin/env python3
"""Checks the ready files of docs/publishing: that each can be read by what will read it, that they only use commands and
options which the program has, and that nginx sends what the file `_headers` of a finished site asks for.

    publishing.py OCOP SITE

OCOP is the program, SITE a finished site. Needs PyYAML; nginx is tried where it is installed. Ends with 0 if all is well.
"""

import fnmatch
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.error
import urllib.request

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "docs", "publishing")
problems = []


def tell(file, problem):
    problems.append(f"{os.path.relpath(file, ROOT)}: {problem}")


def text(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


def steps(job):
    return [step for step in job.get("steps", [])]


def workflows():
    """YAML with the parts that GitHub and GitLab look for."""
    pages = yaml.safe_load(text("github-pages.yml"))
    used = [step.get("uses", "").split("@")[0] for step in steps(pages["jobs"]["publish"])]
    for action in ("actions/checkout", "actions/upload-pages-artifact", "actions/deploy-pages"):
        if action not in used:
            tell(os.path.join(FOLDER, "github-pages.yml"), f"does not use {action}")
    if pages["permissions"] != {"contents": "read", "pages": "write", "id-token": "write"}:
        tell(os.path.join(FOLDER, "github-pages.yml"), "asks for other rights than it needs")
    gitlab = yaml.safe_load(text("gitlab-ci.yml"))
    if gitlab["pages"]["artifacts"]["paths"] != ["public"]:
        tell(os.path.join(FOLDER, "gitlab-ci.yml"), "does not publish `public`")
    action = yaml.safe_load(text("check-action/action.yml"))
    if action["runs"]["using"] != "composite" or not all("shell" in step for step in action["runs"]["steps"] if "run" in step):
        tell(os.path.join(FOLDER, "check-action/action.yml"), "every command of a composite action names its shell")
    netlify = tomllib.loads(text("netlify.toml"))
    if netlify["build"]["publish"] != "public":
        tell(os.path.join(FOLDER, "netlify.toml"), "does not publish `public`")
    if tomllib.loads(text("wrangler.toml"))["pages_build_output_dir"] != "public":
        tell(os.path.join(FOLDER, "wrangler.toml"), "does not publish `public`")
    scripts = [step["run"] for step in steps(pages["jobs"]["publish"]) if "run" in step]
    scripts += gitlab["pages"]["script"]
    scripts += [step["run"] for step in action["runs"]["steps"] if "run" in step]
    scripts += [netlify["build"]["command"], text("upload.sh")]
    return scripts


def shell(scripts, program):
    """Every script is one, and names only commands and options that the program has."""
    helps = {}
    for script in scripts:
        read = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True)
        if read.returncode:
            tell(FOLDER, f"bash cannot read a script: {read.stderr}\n{script}")
        for command, rest in re.findall(r"(?:^|[ /])ocop (build|check|schema|import|export)\b([^\n;&|]*)", script):
            if command not in helps:
                helps[command] = subprocess.run([program, command, "--help"], text=True, capture_output=True).stdout
            for option in re.findall(r"--[a-z-]+", rest + (script if '"${options[@]}"' in rest else "")):
                if option not in helps[command] and option not in ("--locked", "--path", "--root", "--git", "--rev"):
                    tell(FOLDER, f"`ocop {command}` has no {option}")
    for needed in ("build", "check"):
        if needed not in helps:
            tell(FOLDER, f"no ready file runs `ocop {needed}`")


def schemas(program, work):
    """The editor finds each schema, and each record of the sample falls under the rule of its schema."""
    subprocess.run([program, "schema", os.path.join(work, ".schemas")], check=True, capture_output=True)
    rules = tomllib.loads(text("editor/taplo.toml"))["rule"]
    for rule in rules:
        path = os.path.join(work, rule["schema"]["path"])
        if not os.path.exists(path):
            tell(os.path.join(FOLDER, "editor/taplo.toml"), f"`ocop schema` writes no {rule['schema']['path']}")
            continue
        with open(path, encoding="utf-8") as file:
            json.load(file)
    records = subprocess.run(["git", "ls-files", "ocop.toml", "content"], cwd=ROOT, text=True, capture_output=True).stdout
    for record in filter(lambda path: path.endswith(".toml"), records.split("\n")):
        if not any(fnmatch.fnmatch(record, pattern) for rule in rules for pattern in rule["include"]):
            tell(os.path.join(FOLDER, "editor/taplo.toml"), f"no rule for {record}")


def wanted_headers(site):
    """The blocks of `_headers`: pattern and headers."""
    blocks = []
    with open(os.path.join(site, "_headers"), encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("/"):
                blocks.append((line.strip(), {}))
            elif ":" in line:
                name, value = line.strip().split(":", 1)
                blocks[-1][1][name] = value.strip()
    return blocks


def nginx(site, work):
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not program:
        print("nginx is not installed: its file was not tried")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = text("nginx.conf").replace("listen 80;", f"listen 127.0.0.1:{port};").replace("    listen [::]:80;\n", "")
    config = config.replace("/var/www/ocop", os.path.abspath(site))
    with open(os.path.join(work, "nginx.conf"), "w", encoding="utf-8") as file:
        temps = "".join(f"{kind}_temp_path {work}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # As root, nginx reads as somebody else, who may not look into a folder for tests.
        user = "user root;" if os.getuid() == 0 else ""
        file.write(f"{user} daemon off; pid {work}/pid; error_log {work}/log; events {{}} http {{ access_log off; {temps} {config} }}")
    command = [program, "-p", work, "-c", os.path.join(work, "nginx.conf")]
    tried = subprocess.run([*command, "-t"], text=True, capture_output=True)
    if tried.returncode or "[warn]" in tried.stderr:
        tell(os.path.join(FOLDER, "nginx.conf"), tried.stderr)
        return
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        files = [os.path.relpath(os.path.join(folder, name), site) for folder, _, names in os.walk(site) for name in names]
        paths = {"/vi/": 200, "/vi/khong-co/": 404, "/_headers": 404, "/sw.js": 200}
        for ending in {os.path.splitext(file)[1] for file in files} - {""}:
            paths["/" + next(file for file in files if file.endswith(ending))] = 200
        paths["/" + next(file for file in files if file.startswith("assets/"))] = 200
        for path, status in paths.items():
            served(port, path, status, wanted_headers(site))
        print(f"nginx: {len(paths)} addresses answered")
    finally:
        running.terminate()
        running.wait()


def served(port, path, status, blocks):
    file = os.path.join(FOLDER, "nginx.conf")
    try:
        answer = urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    if answer.status != status:
        tell(file, f"{path} is answered with {answer.status}, not {status}")
    if answer.headers.get_content_type() == "application/octet-stream" and not path.endswith(".bin"):
        tell(file, f"{path} has no type")
    if status != 200:
        return
    for pattern, headers in blocks:
        if fnmatch.fnmatch(path, pattern):
            for name, value in headers.items():
                if answer.headers.get(name) != value:
                    tell(file, f"{path}: {name} is {answer.headers.get(name)!r}, `_headers` says {value!r}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, site = sys.argv[1:]
    shell(workflows(), program)
    with tempfile.TemporaryDirectory() as work:
        os.chmod(work, 0o755)
        schemas(program, work)
        nginx(site, work)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems with the ready files")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
