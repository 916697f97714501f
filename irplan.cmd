@echo off
rem The Windows counterpart of ./irplan: prepares what the program needs, then hands over to it.
rem Written from the documentation of cmd.exe, py.exe and pip; not yet tried on Windows.
rem
rem   irplan                open the program
rem   irplan PLAN.irplan    open the program with a plan
rem   irplan COMMAND ...    a command without a screen
rem   irplan test ARGS ...  the tests (soffice, pdftotext and qpdf are used if on PATH)
rem   irplan doctor         say what is there and what is missing

setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "venv=%here%.venv"
set "python=%venv%\Scripts\python.exe"
set "PYTHONPATH=%here%."

if "%~1"=="test" goto tests

call :install runtime || exit /b 1
if "%~1"=="" (
    "%python%" -P -m ui.main
) else if /i "%~x1"==".irplan" (
    "%python%" -P -m ui.main %*
) else if "%~1"=="doctor" (
    "%python%" -P -m app.cli.doctor
) else (
    "%python%" -P -m app.cli %*
)
exit /b %ERRORLEVEL%

:tests
call :install dev || exit /b 1
set "QT_QPA_PLATFORM=offscreen"
pushd "%here%"
if not "%~2"=="" goto chosen_tests
"%python%" -m ruff check . && "%python%" -m ruff format --check . && "%python%" -m mypy && "%python%" -m pytest -n 2
set "result=%ERRORLEVEL%"
popd
exit /b %result%

:chosen_tests
rem %* cannot be shifted: hand over everything behind the first word.
for /f "tokens=1,* delims= " %%a in ("%*") do set "rest=%%b"
"%python%" -m pytest %rest%
set "result=%ERRORLEVEL%"
popd
exit /b %result%

rem :install NAME makes the environment and installs requirements\NAME.txt; a copy is the stamp.
:install
set "lock=%here%requirements\%~1.txt"
set "stamp=%venv%\irplan\%~1.txt"
if exist "%python%" if exist "%stamp%" fc /b "%lock%" "%stamp%" >nul 2>nul && exit /b 0
if not exist "%python%" (
    echo irplan: making %venv% 1>&2
    py -3 -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" || goto no_python
    py -3 -m venv "%venv%" || goto no_python
)
echo irplan: installing Python packages ^(%~1^); this happens once, and when the list changes 1>&2
if exist "%venv%\irplan" rmdir /s /q "%venv%\irplan"
"%python%" -m pip install -q --disable-pip-version-check --no-input --require-hashes --only-binary :all: -r "%lock%" || goto no_packages
mkdir "%venv%\irplan" || exit /b 1
copy /y "%here%requirements\runtime.txt" "%venv%\irplan\" >nul || exit /b 1
copy /y "%lock%" "%venv%\irplan\" >nul || exit /b 1
exit /b 0

:no_python
echo irplan: Python 3.11 to 3.14 is needed; get it from python.org or the Microsoft Store. 1>&2
exit /b 2

:no_packages
echo irplan: could not install the Python packages. Behind a company proxy, set HTTPS_PROXY; 1>&2
echo irplan: if it re-signs TLS, set PIP_CERT to the company's CA file in PEM form. 1>&2
exit /b 1
