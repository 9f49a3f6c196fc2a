;;; whosays-flycheck.el --- whosays in Flycheck, without a language server  -*- lexical-binding: t -*-

(require 'flycheck)
(require 'seq)

(defun whosays--flycheck-errors (output checker buffer)
  "Return the findings in OUTPUT of CHECKER as errors of BUFFER."
  (let* ((report (seq-find (lambda (line) (string-prefix-p "{" line)) (split-string output "\n")))
         (found (and report (json-parse-string report :object-type 'plist :array-type 'list :null-object nil
                                               :false-object nil))))
    (mapcar
     (lambda (finding)
       (let* ((start (plist-get finding :start))
              (end (if (equal (plist-get finding :scope) "document") start (plist-get finding :end)))
              (question (plist-get finding :question)))
         (flycheck-error-new-at
          (plist-get start :line) (plist-get start :column)
          (pcase (plist-get finding :severity) ("error" 'error) ("warning" 'warning) (_ 'info))
          (if (member question '(nil "")) (plist-get finding :message) question)
          :end-line (plist-get end :line) :end-column (plist-get end :column)
          :id (plist-get finding :rule) :checker checker :buffer buffer :filename (buffer-file-name buffer))))
     (plist-get (car (plist-get found :files)) :findings))))

(flycheck-define-checker whosays
  "Asks who says."
  :command ("whosays" "check" "--format" "json" "--exit-zero"
            "--stdin-filename" (eval (or (buffer-file-name) (buffer-name))) "-")
  :standard-input t
  :error-parser whosays--flycheck-errors
  :modes (adoc-mode gfm-mode html-mode latex-mode LaTeX-mode markdown-mode mediawiki-mode message-mode mhtml-mode
          org-mode rst-mode text-mode typst-ts-mode))

(add-to-list 'flycheck-checkers 'whosays t)

(provide 'whosays-flycheck)
;;; whosays-flycheck.el ends here
