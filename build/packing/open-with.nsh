; Adds the program to what Windows offers under "open with" for .xlsx, and takes it away again. The program people open .xlsx with stays theirs.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Gongkai.xlsx\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Gongkai.xlsx\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.xlsx\OpenWithProgids" "Gongkai.xlsx" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.xlsx\OpenWithProgids" "Gongkai.xlsx"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Gongkai.xlsx"
!macroend
