; Adds the program to what Windows offers under "open with" for workbooks, and takes it away again. The program people open them with stays theirs.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Gongkai.Workbook\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Gongkai.Workbook\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.xlsx\OpenWithProgids" "Gongkai.Workbook" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.xls\OpenWithProgids" "Gongkai.Workbook" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.et\OpenWithProgids" "Gongkai.Workbook" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.xlsx\OpenWithProgids" "Gongkai.Workbook"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.xls\OpenWithProgids" "Gongkai.Workbook"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.et\OpenWithProgids" "Gongkai.Workbook"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Gongkai.Workbook"
!macroend
