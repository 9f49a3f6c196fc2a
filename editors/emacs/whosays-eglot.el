;;; whosays-eglot.el --- whosays in Eglot  -*- lexical-binding: t -*-

;; Settings: (setq-default eglot-workspace-configuration '(:whosays (:profile "news")))

(defvar whosays-modes
  '(adoc-mode gfm-mode html-mode latex-mode LaTeX-mode markdown-mode mediawiki-mode message-mode mhtml-mode org-mode
    rst-mode text-mode typst-ts-mode)
  "Modes whose texts whosays reads.")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons whosays-modes '("whosays" "lsp"))))

(defun whosays-ensure ()
  "Start whosays, or another server that you chose, in texts; modes that merely derive from these stay as they are."
  (when (memq major-mode whosays-modes)
    (eglot-ensure)))

(dolist (mode whosays-modes)
  (add-hook (intern (format "%s-hook" mode)) #'whosays-ensure))

(defun whosays-check-workspace ()
  "Check all texts of the workspace; `flymake-show-project-diagnostics' lists what was found."
  (interactive)
  (jsonrpc-async-request (eglot-current-server) :workspace/executeCommand
                         '(:command "whosays.checkWorkspace" :arguments [])))

(provide 'whosays-eglot)
;;; whosays-eglot.el ends here
