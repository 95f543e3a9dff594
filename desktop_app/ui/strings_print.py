"""The sentences of printing and of saving a page as a file. The rules of `strings.py` hold here, too."""

PRINT = "Print"
PRINT_TITLE = "Print this page"
ONE_PAGE = "It fills one page of paper."
PAGES = "It fills {count} pages of paper."
KEPT = "The printer and this computer may keep a copy. Their lists may show your user name and the word “Handrail”."
WHO_ASKS = "This computer’s own system talks to the printer. It does so only when you press a button here."
LOOK = "Look for printers"
LOOK_AGAIN = "Look again"
FOUND_ONE = "We found one printer. Can you get to it before others do?"
CHOOSE = "Which printer can you get to before others do?"
USUAL = "The usual one"
NOT_CHOSEN = "Choose a printer first. Then press Print."
LOOKING = "Looking for printers …"
SENDING = "Handing it to the printer …"
SENT = "The printer has it now. Fetch the paper before others see it. Nothing comes out? See if it is on and has paper."
PRINT_PROBLEMS = {
    "none": "We found no printer here. See if it is switched on.",
    "gone": "This printer is not there any more. Look again.",
    "refused": "This printer does not take it now. Try another one.",
    "failed": "That did not work. Try once more.",
    "slow-look": "The printers don’t answer yet. You can wait.",
    "slow-send": "The printer doesn’t answer yet. It may still print, so look there first.",
    "not-made": "We can’t put this page on paper.",
}
BY_HAND = "Or show the page large, and write down by hand what helps you."

SAVE = "Save as a PDF file"
SAVE_INSTEAD = "You can also save it as a PDF file. That saves a file that other people can find."
SAVE_LEAD = "This saves a file that other people can find."
SAVE_NAME = "Its name will be “{name}”. The name tells nothing, but the words inside do."
SAVE_SPREADS = "Some computers copy their folders to other places, such as the internet or a school’s server."
SAVE_WHERE = "Where do you want it?"
SAVE_HERE = "Save here"
SAVE_NOT_CHOSEN = "Choose a folder first. Then press Save here."
SAVE_LOOKING = "Looking for folders …"
SAVING = "Saving …"
SAVED = "Saved as “{name}”. It is in {folder}. When you need it no more, delete it, and empty the bin."
SAVE_PROBLEMS = {
    "nowhere": "We found no folder for it here.",
    "read-only": "We may not write there, so nothing was saved. Choose another folder.",
    "disk-full": "There is no room left there, so nothing was saved. Choose another folder.",
    "no-folder": "This folder is not there any more, so nothing was saved. Choose another one.",
    "not-saved": "That did not work, and nothing was saved. Choose another folder.",
}
SAVE_PLACES = {
    "drive": "{name}, a stick or drive",
    "documents": "Documents",
    "downloads": "Downloads",
    "desktop": "Desktop",
    "home": "Your own folder",
}

# On paper
PAGE_OF = "Page {number} of {count}"
CONTACT = "{way}: {to}"
IN_HANDRAIL = "{words} (in Handrail)"
AT_THE_END = "{words} (at the end)"
READ_ON_DAY = "Read on {day}."
