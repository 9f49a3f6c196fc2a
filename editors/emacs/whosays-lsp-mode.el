;;; whosays-lsp-mode.el --- whosays in lsp-mode  -*- lexical-binding: t -*-

;; M-x lsp, or (add-hook 'markdown-mode-hook #'lsp-deferred), starts it; other servers of the same text go on beside it.

(require 'lsp-mode)

(defvar whosays-settings nil
  "Settings for whosays, such as (:profile \"news\" :ignore [\"readability\"]).")

(defvar whosays-languages
  '((adoc-mode . "asciidoc") (gfm-mode . "markdown") (html-mode . "html") (latex-mode . "latex") (LaTeX-mode . "latex")
    (markdown-mode . "markdown") (mediawiki-mode . "mediawiki") (message-mode . "mail") (mhtml-mode . "html")
    (org-mode . "org") (rst-mode . "rst") (text-mode . "plaintext") (typst-ts-mode . "typst"))
  "Modes whose texts whosays reads, and what the server calls their language.")

(dolist (known whosays-languages)
  (add-to-list 'lsp-language-id-configuration known t))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("whosays" "lsp"))
  :major-modes (mapcar #'car whosays-languages)
  :server-id 'whosays
  :add-on? t
  ;; Older versions, such as 8, count characters and do not say so.
  :initialization-options (lambda () (append '(:positionEncoding "utf-32") whosays-settings))))

(defun whosays-check-workspace ()
  "Check all texts of the workspace; `lsp-treemacs-errors-list' and the mode line show what was found."
  (interactive)
  (lsp-workspace-command-execute "whosays.checkWorkspace"))

(provide 'whosays-lsp-mode)
;;; whosays-lsp-mode.el ends here
