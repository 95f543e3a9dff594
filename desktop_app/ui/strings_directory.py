"""The sentences of “Find help” and of “More” about a service. The rules of `strings.py` hold here, too."""

FIND_HELP = "Find help"
ALL_HELP = "All help for {country}"
ALL_HELP_ANYWHERE = "All help from anywhere"
NEEDS = {
    "": "Everything",
    "talk": "Talk",
    "report": "Report",
    "take-down": "Take pictures down",
    "money": "Money",
    "parents": "Parents",
    "schools": "Schools",
}
NEEDS_NAME = "What you need"
AGES = {"": "Any age", "under-13": "Under 13", "13-to-17": "13 to 17", "adult": "18 or over"}
AGE_NAME = "How old you are: {age}"
GROUPS = {
    "emergency": "In danger now",
    "child-helpline": "Talk: for children and young people",
    "police-report": "Tell the police",
    "image-removal": "Take a picture down",
    "rest": "More help",
    "single": "We are less sure of these",
}
SINGLE_LEAD = "Only one page named each of these. If one doesn’t answer, try one from further up."
SINGLE = "We found this on one page only."
OLD = "We last looked over two years ago. It may have changed."
AGEING = "We last looked over a year ago. It may have changed."
SOME_OLD = "We read some of these over a year ago. They may have changed. If one doesn’t answer, try the next."
WRONG_CLOCK = "The date of this computer can’t be right. So we show hours, and not who is open now."
NO_FILE = "We have no numbers for your country yet. These work from anywhere in the world."
NO_COUNTRY = "Choose your country to see its numbers. These work from anywhere in the world."
NOTHING = "We found nobody for this age here. Choose another age, or look at everything."
MORE = "More"
MORE_NAME = "More about {name}"

# More about one service
WAYS = {
    "phone": "By phone",
    "sms": "By text",
    "textphone": "By textphone",
    "chat": "By chat",
    "web": "On its web page",
    "email": "By email",
}
FREE = "{way}, free"
HOURS = "{days}, {start} to {end}"
DAYS_RUN = "{first} to {last}"
EVERY_DAY = "Every day"
DAY_AND_NIGHT = "Day and night"
MIDNIGHT = "midnight"
HOURS_NOT_KNOWN = "Hours not known"
HOURS_THERE = "Hours are in the time of the place where the service is."
WHAT_HAPPENS = "What happens"
ACCESS = {
    "sms": "text message",
    "chat": "chat",
    "text-relay": "text relay",
    "textphone": "textphone",
    "sign-language": "sign language",
    "silent-call": "silent call",
}
ACCESS_BY = "You can use: {ways}."
LANGUAGES = "Languages: {languages}."
AGE_FROM_TO = "For ages {first} to {last}."
AGE_FROM = "For ages {first} and over."
AGE_TO = "For ages up to {last}."
HOW_SURE = "How sure we are"
READ_ONLY = "We read this on {day}. Nobody has rung it yet."
RUNG = "Checked on {day}."
READ_AT = "We read about it at: {places}."
