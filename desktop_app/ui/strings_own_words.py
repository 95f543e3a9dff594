"""What the program says around the box for one's own words, and of what it understood there."""

SAY_IT = "Say it in your own words"
WHAT_HAPPENED = "What happened? Nothing is kept."
FIRST_WRITE = "Write a few words first."
GO_ON = "Go on"
GO_ON_NAME = "Go on with your own words"

IS_IT_RIGHT = "Is this right?"
UNDERSTOOD = "This is what we understood. Take the tick off what is wrong."
YES_USE_IT = "Yes, use this"
NO_PICK = "No, I’ll pick myself"
ABOUT_WHOM = {
    "parent": "It is about my child",
    "friend": "It is about my friend, or somebody in my family",
    "school": "It is about a pupil, or my school",
}
"""From a plan to whom it is about."""
IN_COUNTRY = "I am in {country}"
NAMED = {"apps": "App: {answer}", "pay": "Paid with: {answer}", "nation": "The school is in {answer}"}
"""Answers that are only a name, by their question. All others are sentences of their own."""
AGED = {"young-person": "My age: {answer}", "parent": "My child’s age: {answer}"}
"""Whose age it is, by plan; in the other plans the answers say so."""

NOT_UNDERSTOOD = "We did not get that yet"
NOT_UNDERSTOOD_WHAT = (
    "That is our doing, not yours. We only know some words. You can pick what fits, or talk to someone now."
)
HEARD_DANGER = "It was right to say that"
HEARD_DANGER_WHAT = "You don’t have to carry this alone. When you are ready, there are steps here, one at a time."
SHOW_QUESTIONS = "Show me the questions"
TALK = "Talk to someone"
