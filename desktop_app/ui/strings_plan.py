"""What the plan's screens say around the words of the plan, and where to choose one."""

OTHER_PLAN = "The plan is another one now. It fits what you said. What you ticked is kept."
MORE_ANSWERS = "Show more"
ANSWER_NAME = "{answer}. {question}"

ANSWERS_NOW = "At this hour these answer: {names}."
OPENS_LATER = "{name} ({day} {time})"
ANSWERS_LATER = "These open later: {names}."
UNTIL_THEN = "Until then: rest, keep the chat shut, and stay near someone you feel safe with."
HOURS_NOT_KNOWN = "We can’t tell who answers at this hour. Try the numbers here, one after the other."

CHANGE_WORDS = "Change"
YOUR_WORDS = "Your words"
NOTHING_SENT = "Change them as you like. Handrail sends nothing. It forgets them when you leave."
TO_PHONE = "QR for a phone"
PHONE_GETS_WORDS = "Point a phone’s camera here. It then has these words. The phone may keep them."
CODE_SPOKEN = "QR code with your words: {title}"
NO_WORDS = "There are no words yet. Write some above."
TOO_LONG_FOR_CODE = "This is too long for a code. Make it shorter, or copy it."

SOMEONE = "Someone I know is being blackmailed"
SOMEONE_WHAT = "For friends, family and school staff"
WHO_ARE_YOU = "Who are you to them?"
HELPERS = {
    "parent": ("I’m their parent or carer", "What to say in the next ten minutes, and what to do then"),
    "friend": ("I’m their friend, or in their family", "How to stay with them, and who helps"),
    "school": ("I work at a school", "What you must do and must not do"),
}
"""From a plan to who it is for, and what it says."""
