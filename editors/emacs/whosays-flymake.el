;;; whosays-flymake.el --- whosays in Flymake, without a language server  -*- lexical-binding: t -*-

;; (add-hook 'markdown-mode-hook #'whosays-flymake-setup)

(require 'flymake)

(defvar whosays-arguments nil
  "More arguments for the command, such as (\"--profile\" \"news\").")

(defvar-local whosays--process nil)

(defun whosays-flymake-setup ()
  "Have Flymake ask whosays about this buffer."
  (add-hook 'flymake-diagnostic-functions #'whosays-flymake nil t)
  (flymake-mode 1))

(defun whosays-flymake (report &rest _)
  "Run whosays over the buffer and call REPORT with what it finds."
  (let ((buffer (current-buffer))
        (before whosays--process))
    (setq whosays--process nil)
    (when (process-live-p before)
      (delete-process before))
    (setq whosays--process
          (make-process
           :name "whosays" :noquery t :connection-type 'pipe :coding 'utf-8-unix
           :buffer (generate-new-buffer " *whosays*") :stderr (get-buffer-create " *whosays errors*")
           :command `("whosays" "check" "--format" "json" "--exit-zero" ,@whosays-arguments
                      "--stdin-filename" ,(or buffer-file-name (buffer-name)) "-")
           :sentinel
           (lambda (process _event)
             (unless (process-live-p process)
               (unwind-protect
                   (when (and (buffer-live-p buffer) (eq process (buffer-local-value 'whosays--process buffer)))
                     (whosays--report process buffer report))
                 (kill-buffer (process-buffer process)))))))
    (save-restriction
      (widen)
      (process-send-region whosays--process (point-min) (point-max)))
    (process-send-eof whosays--process)))

(defun whosays--report (process buffer report)
  "Read the output of PROCESS and call REPORT with the diagnostics of BUFFER."
  (with-current-buffer (process-buffer process)
    (goto-char (point-min))
    (if (not (eq (char-after) ?{))
        (funcall report :panic :explanation "whosays failed: see the buffer \" *whosays errors*\"")
      (let ((found (json-parse-buffer :object-type 'plist :array-type 'list :null-object nil :false-object nil)))
        (funcall report
                 (mapcar (lambda (finding) (whosays--diagnostic finding buffer))
                         (plist-get (car (plist-get found :files)) :findings)))))))

(defun whosays--diagnostic (finding buffer)
  "Return the diagnostic of FINDING in BUFFER: offsets are characters from 0, positions those from 1."
  (let* ((start (1+ (plist-get (plist-get finding :start) :offset)))
         (end (if (equal (plist-get finding :scope) "document")
                  (1+ start)
                (1+ (plist-get (plist-get finding :end) :offset))))
         (question (plist-get finding :question)))
    (flymake-make-diagnostic
     buffer start end
     (pcase (plist-get finding :severity) ("error" :error) ("warning" :warning) (_ :note))
     (format "%s [%s]" (if (member question '(nil "")) (plist-get finding :message) question)
             (plist-get finding :rule)))))

(provide 'whosays-flymake)
;;; whosays-flymake.el ends here
