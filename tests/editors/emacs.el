;;; emacs.el --- what a user of Emacs does with whosays, by Eglot or lsp-mode -*- lexical-binding: t -*-
;; What was seen is written down as JSON.

(setq package-directory-list (cons "/usr/share/emacs/site-lisp/elpa" package-directory-list)
      package-user-dir (expand-file-name "elpa" (getenv "HOME"))
      make-backup-files nil auto-save-default nil create-lockfiles nil
      enable-local-variables nil
      eglot-sync-connect 60 eglot-connect-timeout 60 eglot-confirm-server-initiated-edits nil
      lsp-session-file (expand-file-name "session" (getenv "HOME"))
      lsp-auto-guess-root t lsp-guess-root-without-session t lsp-warn-no-matched-clients nil
      lsp-enable-suggest-server-download nil lsp-auto-configure nil lsp-restart 'ignore
      coding-system-for-write 'utf-8-unix coding-system-for-read 'utf-8-unix)
(package-initialize)

(defvar by-eglot (equal (getenv "CLIENT") "eglot"))
(defvar seen nil)
(defvar steps nil)
(defvar events 0)
(defvar known 0)
(defvar last-event 0.0)

(defvar last-version nil "The version of the text that was judged, where it is told.")

(defun heard (&rest told)
  (setq last-version (plist-get told :version)
        events (1+ events) last-event (float-time)))

(defun wait-until (check seconds)
  (let ((until (+ (float-time) seconds)))
    (while (and (not (funcall check)) (< (float-time) until))
      (accept-process-output nil 0.02))))

(defun settle ()
  "Wait until diagnostics have come for what was changed, and no more come for a while."
  (when by-eglot (eglot--signal-textDocument/didChange))
  (wait-until (lambda ()
                (and (> events known)
                     (> (- (float-time) last-event) 0.7)
                     (or (not last-version)
                         (not (boundp 'eglot--versioned-identifier))
                         (equal last-version (symbol-value 'eglot--versioned-identifier)))))
              15)
  (setq known events))

(defun place (at)
  (save-excursion
    (goto-char at)
    (list (1- (line-number-at-pos at)) (- at (line-beginning-position)))))

(defun shown-by-eglot ()
  (mapcar (lambda (d)
            (let ((text (flymake-diagnostic-text d)))
              (string-match "\\`whosays \\[\\([^]]+\\)\\]: \\(\\(?:.\\|\n\\)*\\)\\'" text)
              `[,(match-string 1 text)
                ,@(place (flymake-diagnostic-beg d)) ,@(place (flymake-diagnostic-end d))
                ,(symbol-name (flymake-diagnostic-type d)) ,(match-string 2 text)]))
          (flymake-diagnostics)))

(defun shown-by-lsp-mode ()
  (mapcar (lambda (d)
            (let ((region (lsp--range-to-region (gethash "range" d))))
              `[,(gethash "code" d) ,@(place (car region)) ,@(place (cdr region))
                ,(gethash "severity" d) ,(gethash "message" d)]))
          (lsp--get-buffer-diagnostics)))

(defun seen-at (name)
  (settle)
  (push `[,name ,(buffer-substring-no-properties (point-min) (point-max))
          ,(apply #'vector (if by-eglot (shown-by-eglot) (shown-by-lsp-mode)))]
        steps)
  (undo-boundary))

(defun go (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun act (words title)
  "Take the action whose TITLE is such where WORDS are, as a user picks it from the list."
  (go words)
  (let* (titles
         (last-nonmenu-event ?x)
         (completing-read-function
          (lambda (_prompt items &rest _)
            (setq titles (all-completions "" items))
            (seq-find (lambda (i) (string-match-p (regexp-quote title) i)) titles))))
    (if by-eglot
        (eglot-code-actions (point) (point) nil t)
      (call-interactively #'lsp-execute-code-action))
    (push (cons (intern title) (apply #'vector titles)) seen))
  (seen-at title))

(defun anew ()
  (erase-buffer)
  (insert-file-contents (getenv "TEXT"))
  (settle))

(defun begin ()
  (find-file (getenv "TEXT"))
  (if by-eglot
      (progn
        (require 'eglot)
        (advice-add 'eglot-handle-notification :after
                    (lambda (_ method &rest told)
                      (when (eq method 'textDocument/publishDiagnostics) (apply #'heard told))))
        (load (expand-file-name "emacs/whosays-eglot.el" (getenv "EDITORS")))
        (setq-default eglot-workspace-configuration
                      `(:whosays (:ignore [,(getenv "RULE_OFF")] :delay 0 :pause 0)))
        (text-mode)
        (call-interactively #'eglot)
        (flymake-mode 1)
        (flymake-start))
    (require 'lsp-mode)
    (add-hook 'lsp-diagnostics-updated-hook #'heard)
    (load (expand-file-name "emacs/whosays-lsp-mode.el" (getenv "EDITORS")))
    (setq whosays-settings `(:ignore [,(getenv "RULE_OFF")] :delay 0 :pause 0))
    (text-mode)
    (lsp)
    (wait-until (lambda () (lsp-workspaces)) 30))
  (buffer-enable-undo))

(defun hover ()
  (go "agree that")
  (let ((found (if by-eglot
                   (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))
                 (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
    (push (cons 'hover (if by-eglot
                           (substring-no-properties (eglot--hover-info (plist-get found :contents)))
                         (substring-no-properties (lsp--render-on-hover-content (gethash "contents" found) t))))
          seen)))

(condition-case problem
    (progn
      (begin)
      (seen-at "opened")
      (hover)
      (goto-char (point-min))
      (insert "🚀🚀 A 漢字 line above\n\nMany 𝔘sers say so.\n\n")
      (seen-at "lines above")
      (goto-char (point-min))
      (while (search-forward "漢字" nil t) (replace-match "漢漢漢字🙂"))
      (seen-at "astral characters before")
      (goto-char (point-min))
      (forward-line 2)
      (delete-region (point) (line-beginning-position 2))
      (seen-at "a line gone")
      (undo-only)
      (seen-at "undone")
      (undo-only 2)
      (seen-at "all undone")
      (goto-char (point-max))
      (insert "\nExperts agree 🙂 that rents fall.")
      (seen-at "typed at the end")
      (erase-buffer)
      (seen-at "empty")
      (setq last-command nil)
      (undo)
      (seen-at "back")
      (anew)
      (act "due to" "Write")
      (anew)
      (act "agree that" "on this line")
      (anew)
      (act "agree that" "in this paragraph")
      (anew)
      (act "agree that" "Mark"))
  (error (push (cons 'problem (format "%S" problem)) seen)))

(set-buffer-modified-p nil)
(push (cons 'steps (apply #'vector (nreverse steps))) seen)
(require 'json)
(with-temp-file (getenv "SEEN")
  (insert (json-encode seen)))
(kill-emacs 0)
;;; emacs.el ends here
