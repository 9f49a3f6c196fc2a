r"""Hold our reader of Org against Org's own parser: the visible words of each file, in order.

    python bench/org_oracle.py PATHS… [--show 20]

It needs Emacs with Org (Debian's `emacs-nox`). Org parses each file; the words of its tree are compared with those of our
view. Left out are what Org's exporters leave out (comments, drawers of properties, trees tagged `noexport`), code, formulas,
what a program printed, citations and addresses. Prints how many files agree, and the first difference of those that do not.
Nothing passes or fails.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from wording import agreeing, arguments, difference, words, words_of

from lint.read import org

_LISP = r"""
(require 'org) (require 'org-element) (require 'oc nil t)
(setq org-inhibit-startup t gc-cons-threshold 200000000 org-element-use-cache nil)
(defun seen-all (data) (mapconcat #'seen data ""))
(defun seen (data)
  (if (stringp data) data
    (let* ((type (org-element-type data)) (inside (org-element-contents data))
           (caption (mapconcat (lambda (c) (seen-all (car c))) (org-element-property :caption data) "\n"))
           (blank (make-string (if (memq type org-element-all-objects) (or (org-element-property :post-blank data) 0) 0) ?\s)))
      (concat
       (unless (equal caption "") (concat caption "\n"))
       (cond
        ((org-element-property :results data) "\n")
        ((eq type 'headline)
         (if (or (org-element-property :commentedp data)
                 (member "noexport" (org-element-property :tags data))) "\n"
           (concat "\n" (seen-all (org-element-property :title data)) "\n"
                   (if (org-element-property :archivedp data) "" (seen-all inside)))))
        ((and (eq type 'special-block) (member (upcase (org-element-property :type data)) '("HTML" "LATEX"))) "\n")
        ((memq type '(property-drawer planning clock comment comment-block fixed-width example-block src-block
                      export-block horizontal-rule latex-environment diary-sexp babel-call node-property)) "\n")
        ((eq type 'drawer) (if (member (upcase (org-element-property :drawer-name data)) '("LOGBOOK" "RESULTS" "PROPERTIES")) "\n"
                             (concat "\n" (seen-all inside) "\n")))
        ((eq type 'keyword)
         (if (member (org-element-property :key data) '("TITLE" "SUBTITLE"))
             (concat "\n" (seen-all (org-element-parse-secondary-string (org-element-property :value data)
                                      (org-element-restriction 'keyword))) "\n") "\n"))
        ((eq type 'item) (concat "\n" (seen-all (org-element-property :tag data)) "\n" (seen-all inside) "\n"))
        ((eq type 'table) (if (eq (org-element-property :type data) 'table.el) (org-element-property :value data) (seen-all inside)))
        ((eq type 'table-cell) (concat (seen-all inside) "\n"))
        ((memq type '(code verbatim inline-src-block inline-babel-call latex-fragment macro)) " \x01 ")
        ((memq type '(export-snippet target statistics-cookie citation citation-reference)) "")
        ((eq type 'entity) (org-element-property :utf-8 data))
        ((eq type 'line-break) "\n")
        ((eq type 'link)
         (if (and inside (not (string-match-p "\\`\\S-+\\.\\(png\\|jpe?g\\|gif\\|svg\\)\\'" (seen-all inside)))) (seen-all inside) " \x01 "))
        ((eq type 'timestamp) (replace-regexp-in-string "[][<>]" "" (org-element-property :raw-value data)))
        ((memq type '(subscript superscript))
         (concat (unless (org-element-property :use-brackets-p data) (if (eq type 'subscript) "_" "^")) (seen-all inside)))
        ((eq type 'footnote-reference) (if inside (concat "\n" (seen-all inside) "\n") ""))
        ((memq type org-element-all-objects) (seen-all inside))
        (t (concat "\n" (seen-all inside) "\n")))
       blank))))
(dolist (pair (split-string (getenv "ORG_ORACLE") "\n" t))
  (let ((names (split-string pair "\t")) (coding-system-for-read 'utf-8) (coding-system-for-write 'utf-8))
    (condition-case problem
        (let ((text (with-temp-buffer
                      (insert-file-contents (car names))
                      (let ((org-mode-hook nil)) (org-mode))
                      (seen (org-element-parse-buffer)))))
          (with-temp-file (cadr names) (insert (substring-no-properties text))))
      (error (message "%s: %S" (car names) problem)))))
"""


def theirs(files: list[Path]) -> list[str | None]:
    """Return what Org shows of each file; None where it gave up."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "seen.el")
        script.write_text(_LISP.replace(r"\x01", "\x01"), "utf-8")
        outs = [Path(folder, f"{number}.txt") for number in range(len(files))]
        pairs = "\n".join(f"{file.resolve()}\t{out}" for file, out in zip(files, outs, strict=True))
        subprocess.run(
            ["emacs", "-Q", "--batch", "-l", str(script)], env={"ORG_ORACLE": pairs, "PATH": "/usr/bin:/bin"}
        )
        return [out.read_text("utf-8") if out.exists() else None for out in outs]


def main() -> None:
    """Compare, and print."""
    args = arguments(__doc__)
    files = [f for p in args.paths for f in ([p] if p.is_file() else sorted(p.rglob("*.org")))]
    same = total = common = count = 0
    for file, text in zip(files, theirs(files), strict=True):
        if text is None:
            continue
        mine, other = words_of(org.read(file.read_text("utf-8", errors="replace"), file.name)), words(text)
        count += 1
        total += len(other)
        same += mine == other
        common += agreeing(mine, other)
        if mine != other and args.show > 0:
            args.show -= 1
            print(f"{file.name}: …{difference(mine, other, 'Org')}")
    print(f"{count} files: {same} with the same words in order; {common} of {total} words")


if __name__ == "__main__":
    main()
