"""Every sentence of the program's own frame. Guidance is not here: it is content, in `resources/`.

Rules: "you", short, calm, present tense, no exclamation marks, no blame, no promise about what a blackmailer will do.
"""

APP = "Handrail"

LEAVE = "Leave now"
LEAVE_KEY = "Esc Esc"
LEAVE_NAME = "Leave now. Closes this app straight away"
SHIFTS_LEFT = {1: "two more", 2: "one more"}
NOT_SAFE = "I don’t feel safe"
HOME = "Home"
BACK_TO_PLACE = "Back to where I was"

# Home
HOME_TITLE = "What do you need right now?"
HOME_LEAD = "Go at your own pace. This program sends nothing."
BLACKMAILED = "I’m being blackmailed right now"
FIRST_RULE = "Don’t pay. Don’t send anything. Don’t answer."
NOT_YOUR_FAULT = "It is not your fault."
PICTURE_TOOLS = "Afraid a picture gets out? There are free tools to block it."
GO_THERE_FIRST = "Go there first"
LEAVE_EXPLAINED = "Leave now, or Esc twice, closes this at once. It can’t hide that it was open."
TRY_IT = "Try it"
WHAT_IT_CANT = "What it can’t do"
TALK_NOW = "Talk to someone now"
NUMBERS_FOR = "Numbers for {country}."
NUMBERS_ANYWHERE = "Help from anywhere in the world."
SOMEWHERE_ELSE = "Somewhere else?"
CHANGE_COUNTRY = "{country}. Change"
COUNTRY_UNKNOWN = "Choose your country"
TEXT_SIZE = "Text size: {percent}%"
THEMES = {"system": "the same as this computer", "light": "light", "dark": "dark"}
THEMES_SHORT = {"system": "Auto", "light": "Light", "dark": "Dark"}
PERCENT = "{percent}%"

# Lines to call
COPY = "Copy"
COPIED = "Copied"
QR = "QR"
COPY_NUMBER = "Copy number"
COPY_ADDRESS = "Copy address"
COPY_NAME = "Copy {number} for {name}"
QR_NAME = "Show a QR code for {name}"
OPEN_NOW = "Open now"
OPEN_UNTIL = "Open until {time}"
ANY_TIME = "Online, any time"
CLOSED = "Closed now"
CLOSED_OPENS = "Closed. Opens {day} {time}"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TALK_IT_THROUGH = "Rather talk it through?"
LINE_ON_STEP = "{name} {number}"
TEXT_LINE = "{name}: text {keyword} to {number}"
POINT_CAMERA = {
    "phone": "Point your phone’s camera at the square. Your phone asks before it calls.",
    "sms": "Point your phone’s camera at the square. Your phone asks before it sends a text.",
    "web": "Point your phone’s camera at the square. Your phone asks before it opens the page.",
    "email": "Point your phone’s camera at the square. Your phone asks before it sends an email.",
}
PHONE_KEEPS = "Your phone may keep this in its history."
QR_SPOKEN = "QR code: {name}, {number}"
TEXT_THE_WORD = "Text the word {keyword}."
ALSO = {
    "phone": "By phone: {to}.",
    "sms": "By text: {to}.",
    "chat": "Chat: {to}.",
    "web": "Web page: {to}.",
    "email": "Email: {to}.",
    "textphone": "Textphone: {to}.",
}
CODE_TITLE = {
    "phone": "Call from your phone",
    "sms": "Text from your phone",
    "web": "Open it on your phone",
    "chat": "Open it on your phone",
    "email": "Write from your phone",
    "textphone": "",
}
CODE_WORDS = {
    "phone": "Point the camera at the square. Your phone asks before it calls {name}.",
    "sms": "Point the camera at the square. Your phone asks before it texts {name}.",
    "web": "Point the camera at the square. Your phone asks before it opens the page.",
    "chat": "Point the camera at the square. Your phone asks before it opens the page.",
    "email": "Point the camera at the square. Your phone asks before it sends anything.",
    "textphone": "",
}
CLOSE = "Close"
NO_LINES = "We have no line to show here. If you are in danger, call your emergency number now."
NUMBERS_OLD = "We read these numbers over a year ago. They may have changed. If one doesn’t answer, try the next."

# Crisis page
CRISIS_TITLE = "You matter more than any picture."
CRISIS_LEAD = (
    "This feeling can pass. You don’t have to carry it alone. You can say anything to the people on these lines."
)
EMERGENCY_ANYWHERE = "In danger now? Call the emergency number of the country you are in."
TRY_NEXT = "If one doesn’t answer, try the next."
CANT_SPEAK = "Can’t speak, or can’t hear?"
SLOW_BREATH = "Take one slow breath first"

# Plan
STEP_BY_STEP = "Step by step"
STEP_OF = "Step {number} of {total}"
YOUR_PLAN = "Your plan"
DONE_COUNT = "{done} of {total} done. One at a time."
SEE_ALL = "See all steps"
WHY = "Why?"
FOLDED = "Folded away. Press to read it."
UNFOLDED = "Open. Press to fold it away."
GO_TO_STEP = "Go to “{step}” now"
SOURCES = "Where this comes from"
BACK = "Back"
SKIP_FOR_NOW = "Skip for now"
DONE_NEXT = "Done, next step"
DONE_FOR_TONIGHT = "Done for tonight"
UNDO_DONE = "Not done after all"
UNDO_LATER = "Do it now after all"
MARKED_DONE = "You marked this step as done."
MARKED_LATER = "You left this step for later. That is fine."
DONT_KNOW = "I don’t know"
SKIP_QUESTION = "Skip this question"
ADDED_STEP = "We added a step: “{step}”."
REMOVED_STEP = "We took out the step “{step}”."
REWORDED_STEP = "We changed the words of “{step}”."
COME_BACK_TO = "Next, come back to: {step}"
SHOW_LARGE = "Show large"
COPY_WORDS = "Copy the words"
STEP_STATE = {"none": "", "done": "done", "later": "left for later"}
STEP_NAME = "Step {number} of {total}: {step}"
YOU_ARE_HERE = "You are here"
STEP_NAME_STATE = "Step {number} of {total}: {step}, {state}"
CARD_NONE = "We found no service for this in your country yet. Talk to someone on the lines below."
BROKEN_STEP = "We can’t show this step."
BROKEN_PLAN = "We can’t show the steps."
BROKEN_WHAT_NOW = (
    "Don’t pay. Don’t send anything. Don’t answer. Talk to one of these lines. They can help you with this."
)
BROKEN_SHEET = "We can’t show this text."
BROKEN_SHEET_WHAT = "Leave now, or Esc twice, closes Handrail at once."
BROKEN_TELL = "For the person who looks after this computer:"

# Sheets
COUNTRY_TITLE = "Where are you?"
COUNTRY_LEAD = "This decides which numbers you see. Nothing is sent."
COUNTRY_OTHER = "Another country"
COUNTRY_OTHER_WHAT = "For other countries we show help that works anywhere in the world."

# Start
NO_DISPLAY = "Handrail needs a screen to open its window. Start it from a desktop, or set DISPLAY first."
UNKNOWN_ARGUMENT = (
    "Handrail does not know “{argument}”. "
    "It knows --data-dir with a folder, --version, and check with --json or --window."
)
NO_QT = "Handrail can’t open its window, because something it needs is not here ({what}). Install that."
DATA_DIR_MISSING = "Name a folder after --data-dir."
DATA_DIR_OTHER = "“{folder}” is not a folder. Name a folder after --data-dir."
VERSION = "Handrail {version}"

# Remember
REMEMBER_PROBLEMS = {
    "unreadable": "We can’t open what was remembered here. Everything works as on a first start. "
    "Ask the person who looks after this computer who may read it.",
    "in-the-way": "Something that is not ours has the name of our file. We leave it alone and remember nothing. "
    "Ask the person who looks after this computer to move it.",
    "damaged": "We can’t read what was remembered here. Everything works as on a first start. "
    "Choose again what you like, or turn remembering off.",
    "newer": "A newer Handrail remembered this. We leave it as it is. "
    "Use the newer one, or turn remembering off and on to start afresh.",
    "no-home": "We found no place for your files on this computer. Nothing is remembered. "
    "All the help works without it.",
    "no-folder": "We can’t get to the folder for this. Nothing new is remembered. "
    "If it is on a stick, put the stick back in and try again.",
    "read-only": "This computer doesn’t let us write there. Nothing new is remembered. All the help works without it.",
    "disk-full": "There is no room left on this disk. Nothing new is remembered. Make some room, then try again.",
    "not-written": "That didn’t work. Nothing new is remembered. Try again in a moment.",
    "not-deleted": "What was remembered may still be here. Try again in a moment. "
    "If it stays, look for a file called “handrail.ini” and delete it.",
}

# Open here
OPEN_HERE = "Open here"
OPEN_HERE_NAME = "Open here: {address}"
OPEN_TITLE = {"web": "Open this page on this computer?", "email": "Write this email on this computer?"}
OPEN_KEPT = {
    "web": "This page will be in the browser’s history. Anyone who uses this browser can find it there.",
    "email": "The mail program may be set up for someone else. Look whose name is on it. What you write stays there.",
}
OPEN_STAYS = {
    "web": "Leave now closes Handrail. It does not close the browser, and it can’t clear its history.",
    "email": "Leave now closes Handrail. It does not close the mail program, and it can’t clear it.",
}
OPEN_ELSEWHERE = "You can close this and use the QR code with your phone. Your phone may keep it in its history too."
OPEN_IT = {"web": "Open it in the browser", "email": "Open the mail program"}
OPENED = {
    "web": "We asked the browser to open it. If nothing comes, use the QR code, or type the address in a browser.",
    "email": "We asked the mail program to open. If nothing comes, use the QR code, or write to the address yourself.",
}
NOT_OPENED = "We found nothing here that can open it. Use the QR code with a phone, or copy the address."

# The cover
GO_ON = "Press a key or click to go on."
PAGE_WAS_COVERED = "Handrail covered this page while you were in another window."
KEEP_VISIBLE = "Keep this page visible"
PAGE_STAYS = "This page stays visible in other windows, too."
COVER_AGAIN = "Cover it again"

# Settings
SETTINGS = "Settings"
PLACE_AND_READING = "Place and reading"
PRIVACY = "Privacy"
ABOUT = "About Handrail"
COUNTRY = "Country"
COUNTRY_WHAT = "Decides which help lines you see"
COUNTRY_NAME = "Country: {country}"
TEXT_SIZE_ROW = "Text size"
THEME = "Theme"
THEME_NAME = "Theme: {theme}"
LESS_MOVEMENT = "Less movement"
LESS_MOVEMENT_WHAT = "Menus open at once, nothing slides or blinks"
EXTRA_KEY = "One more key for Leave now"
EXTRA_KEY_WHAT = "Esc twice, Shift three times and F12 always work"
EXTRA_KEY_NAME = "One more key for Leave now: {key}"
EXTRA_KEY_LEAD = "Press this key once, and Handrail closes at once. Choose one that you don’t press by chance."
KEY_NAMES = {"": "None", "ScrollLock": "Scroll Lock"}
SLOW_EXIT = "More time between the presses"
SLOW_EXIT_WHAT = "3 seconds for Esc, 5 seconds for Shift"
SHIFT_HINT = "Show dots while Shift is counted"
SHIFT_HINT_WHAT = "In the Leave now button. A screen reader says it, too."
COVER = "Cover this page when you go to another window"
COVER_WHAT = "Not kept when you close Handrail"
REMEMBER = "Remember these on this computer"
REMEMBER_WHAT = "Other people who use it could see them"

# About
READ_ON = "Read on"
NOT_RUNG = "What nobody has rung yet"
RUNG_NONE = (
    "Handrail shows you {count} services. We read about them on {day}. Nobody has rung or opened any of them yet."
)
RUNG_SOME = "Handrail shows you {count} services. Nobody has rung or opened {left} of them yet. We read those on {day}."
RUNG_ALL = "Handrail shows you {count} services. People have rung or opened all of them."
KEPT = "What is kept on this computer"
KEPT_NOTHING = "Nothing. What you choose is gone when you close Handrail."
KEPT_SETTINGS = "Your settings. Nothing that you read or pick anywhere else."
KEPT_HERE = "They are in this file: {path}"
KEPT_WOULD = "If you ask us to remember your settings, this is the file for them: {path}"
KEPT_NOWHERE = "We found no place for a file of yours on this computer."
WHOSE_WORK = "Whose work is in it"
OUR_LICENCES = "Handrail’s own code: Apache License 2.0. Its words and plans: CC BY 4.0."
OTHER_LICENCES = "These parts are by other people. Press one to read its licence."
LICENCE = "{part}: {licence}"

# Sources and tables of a page
CELL = "{head}: {cell}"
SOURCE_MARK = "(source {number})"
SOURCE_NUMBER = "Source {number}"
SOURCE_NOT_FOUND = "We can’t show this source."
CHECKED_ON = "We checked this page on {day}."

# Read and learn
READ_AND_LEARN = "Read and learn"
READ_AND_LEARN_WHAT = "Short, plain answers to your questions"
AUDIENCES = {
    "young": "Young people",
    "parents": "Parents and carers",
    "school": "School staff",
    "forms": "Rehearse a form",
}
GROUP_NAME = "{group}, {count} pages"
PAGE_NAME = "{title} ({number} of {count})"
GROUP_FOLDED = "Folded away. Press to see its pages."
MINUTES = "{audience} · {minutes} minutes"
ONE_MINUTE = "{audience} · 1 minute"
ALL_PAGES = "All pages"
PAGE_BACK = "Go back"
PAGE_FORWARD = "Go forward"
FIND = "Find on this page"
FIND_WORDS = "Words to find"
FOUND = "{number} of {count}"
FOUND_SOME = "{count} on this page"
FOUND_NONE = "Not on this page"
FIND_NEXT = "Next"
FIND_PREVIOUS = "Previous"
BROKEN_PAGE = "We can’t show this page."
BROKEN_PAGE_WHAT = "The other pages are here. You can also talk to someone."
PAGE_CARD_NONE = "We found no service for this in your country yet."

# Search
SEARCH = "Search"
CLEAR_SEARCH = "Clear the search"
RESULTS = "{count} results. Use ↑ ↓ and Enter."
ONE_RESULT = "1 result. Use ↓ and Enter."
NO_RESULTS = "We found nothing. Try one other word."
NO_SEARCH = "We can’t search on this computer. All pages are in the list."
FOUND_CRISIS = "People you can talk to now"
FOUND_IN = {"crisis": "Go here first", "step": "A step of the plan", "service": "Who can help"}
