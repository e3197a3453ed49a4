;;; test.el --- Run by tests/editors/emacs/run in real Emacs  -*- lexical-binding: t; -*-

(setq load-prefer-newer t
      eglot-events-buffer-config '(:size 0)
      native-comp-jit-compilation nil
      native-comp-enable-subr-trampolines nil)
(load (expand-file-name "editors/emacs/vartani.el") nil t)
(setq eglot-autoshutdown nil
      vartani-settings '(:typingDelay 0))

(defun wait-for (what condition)
  "Wait until CONDITION holds, and return what it returns."
  (let ((until (+ (float-time) 20)) found)
    (while (not (or (setq found (funcall condition)) (> (float-time) until)))
      (accept-process-output nil 0.02))
    (or found (error "Waited in vain for %s" what))))

(defun same (got expected)
  "Fail where GOT is not EXPECTED."
  (unless (equal got expected) (error "%S is not %S" got expected)))

(defun open-article (name text)
  "Open a new article on disk."
  (let ((path (expand-file-name name "~")))
    (with-temp-file path (insert text))
    (switch-to-buffer (find-file-noselect path))
    ;; `eglot-ensure' waits for the end of a command
    (run-hooks 'post-command-hook)))

(defun marked ()
  "The words under each mark, in order."
  (mapcar (lambda (mark)
            (buffer-substring-no-properties (flymake-diagnostic-beg mark) (flymake-diagnostic-end mark)))
          (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun caret (word)
  "Put point before WORD."
  (goto-char (point-min))
  (search-forward word)
  (goto-char (match-beginning 0)))

;; Without the program Emacs goes on, and says why nothing is checked
(let ((vartani-command '("/nowhere/vartani" "lsp")) told)
  (cl-letf (((symbol-function 'message) (lambda (form &rest args) (push (apply #'format form args) told))))
    (open-article "missing.txt" "बैठक हुई।\n"))
  (unless (seq-some (lambda (sentence) (string-match-p "/nowhere/vartani" sentence)) told)
    (error "The missing program was not told: %S" told)))

(setq vartani-command (list (getenv "VARTANI") "lsp"))
(open-article "लेख.html" "<p>नई दिल्ली, 12 मार्च 2025 (संवाददाता)। व्लादिमीर पुतिन ने शुक्रवार को कहा कि वार्ता मॉस्को में होगी।</p>
<p>😀 मॉस्को शांत है, पर मास्को में बर्फ़ गिरी। सुनवाई 31 अप्रैल को होगी।</p>\n")
(wait-for "the server" #'eglot-current-server)
(wait-for "marks" (lambda () (flymake-start) (>= (length (flymake-diagnostics)) 2)))
(same (marked) '("मास्को" "31 अप्रैल"))

;; Hover
(caret "व्लादिमीर")
(let* ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
       (card (plist-get (plist-get answer :contents) :value)))
  (unless (string-match-p "रूस के राष्ट्रपति" card) (error "The card is %s" card)))

;; The date that a weekday means
(eglot-inlay-hints-mode 1)
(eglot--update-hints-1 (point-min) (point-max))
(wait-for "the date of Friday"
          (lambda ()
            (seq-some (lambda (overlay)
                        (string-match-p "7 मार्च" (format "%s %s" (overlay-get overlay 'before-string)
                                                          (overlay-get overlay 'after-string))))
                      (overlays-in (point-min) (point-max)))))

;; What is typed is what stands there, with a list asked for at each end of a line
(let ((lines '("बिजली नहीं आई" "मतदाताओं ने सुबह से ही वोट" "नदी पर बना पुल टूटा" "मेले में भीड़ उमड़ी")))
  (goto-char (point-max))
  (let ((start (point)))
    (dolist (line lines)
      (mapc (lambda (letter) (let ((last-command-event letter)) (self-insert-command 1))) line)
      (completion-at-point)
      (newline))
    (same (buffer-substring-no-properties start (point)) (concat (string-join lines "\n") "\n"))
    (delete-region start (point))))

;; Fix and rename
(caret "मास्को")
(let ((actions (eglot-code-actions (point) (1+ (point)) "quickfix")))
  (eglot-execute (eglot-current-server)
                 (seq-find (lambda (action) (equal (plist-get action :title) "“मॉस्को” लिखें")) actions)))
(wait-for "the spelling" (lambda () (not (string-match-p "मास्को" (buffer-string)))))
(caret "पुतिन")
(eglot-rename "व्लादिमीर पूतिन")
(wait-for "the new name" (lambda () (string-match-p "व्लादिमीर पूतिन" (buffer-string))))

(message "Emacs %s: marks, hover, hints, typing, fix, rename" emacs-version)
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
