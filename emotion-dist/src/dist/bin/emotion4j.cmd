@echo off
rem emotion4j: finds the faces in pictures and says which facial expression each shows. Try: emotion4j --help
rem
rem Java 17 or newer is taken from the folder jre beside bin, from JAVA_HOME, or from the PATH. EMOTION4J_OPTS is for its JVM.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0.."

set "main=io.emotion4j.cli.Main"
set "command=%~1"
set "training="
if "%command:~0,6%"=="train-" set "training=yes"
if "%command:~0,7%"=="export-" set "training=yes"
if "%command:~0,9%"=="quantize-" set "training=yes"
if not defined training goto java
set "main=io.emotion4j.cli.training.TrainingMain"
if exist "%home%\lib\emotion-training-*.jar" goto java
echo emotion4j: this command needs the trainer, which is not in the folder lib; README.md says how it gets there 1>&2
exit /b 3

:java
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%\jre\bin\java.exe" set "java=%home%\jre\bin\java.exe"
set "version="
for /f "tokens=2 delims==" %%v in ('call "%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do set "version=%%v"
if not defined version goto missing
set "version=%version: =%"
for /f "tokens=1 delims=." %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 goto old

set "access="
if %major% GEQ 22 set "access=--enable-native-access=ALL-UNNAMED"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
set "gc=-XX:+UseSerialGC"
rem A server gives back what it needed once.
if "%command%"=="serve" set "gc=-XX:+UseG1GC -XX:G1PeriodicGCInterval=10000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30"
"%java%" -Xlog:disable %gc% -Xshare:auto %access% %EMOTION4J_OPTS% -cp "%home%\lib\*" "%main%" %*
exit /b %ERRORLEVEL%

:missing
echo emotion4j: no Java found: "%java%" does not start; install a Java 17 or newer, or set JAVA_HOME to one 1>&2
exit /b 3

:old
echo emotion4j: "%java%" is Java %version%, expected 17 or newer; install one, or set JAVA_HOME to one 1>&2
exit /b 3
