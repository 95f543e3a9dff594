"""A mistake in a content file, in plain words: where, what, and what to do. One sentence or two for each code."""

from __future__ import annotations

from desktop_app.core.errors import ContentProblem

SENTENCES = {
    # Files
    "resources-missing": "The folder “{about}” with all the pages is not there. Install Handrail again.",
    "file-missing": "This file is not there. Put it back, or take out the place that names “{about}”.",
    "file-folder": "There is a folder where a file should be. Put the file in its place.",
    "file-unreadable": "This file can’t be opened ({about}). Look at who may read it.",
    "file-too-big": "This file is larger than {about}. Make it shorter, or make two of it.",
    "file-empty": "“{about}” is empty. Put back the file that came with Handrail.",
    "file-changed": "“{about}” is not as it came with Handrail. Put that file back.",
    "file-not-text": "This file is not UTF-8 text. Save it again as UTF-8.",
    "control-character": "There is a character here that nobody can see ({about}). Delete it.",
    "nested-too-deep": "Parts stand inside parts too deeply here ({about}). Write them one after the other.",
    # TOML
    "toml-syntax": "This is not correct TOML: {about}. Mend this line or the one before it.",
    "key-unknown": "“{about}” is not a word that is known here. Check its spelling, or take it out.",
    "key-missing": "“{about}” is missing. Add it.",
    "key-not-text": "“{about}” is not text. Put it in quotes.",
    "key-not-one-line": "“{about}” is empty or longer than one line. Write one line.",
    "key-not-flag": "“{about}” is not true or false. Write one of these two, without quotes.",
    "key-not-date": "“{about}” is not a day. Write it like this, without quotes: 2026-11-24.",
    "key-not-list": '“{about}” is not a list of texts. Write it like this, with no empty one: ["one", "two"].',
    "key-not-table": "“{about}” is not a part of its own. Give it a heading: [{about}].",
    "key-not-tables": "“{about}” is not a list of parts. Give each part a heading: [[{about}]].",
    "listed-twice": "“{about}” is in this list twice. Take one out.",
    "id-shape": "“{about}” can’t be used as a name. Use small letters, digits and single hyphens.",
    # Words
    "front-matter-missing": "This file has to begin with a line “{about}”, then its title and sources. Add them.",
    "front-matter-open": "The first part of this file has no end. Add a line “{about}” before the text.",
    "words-empty": "This file has no text after its first part. Write some.",
    "plan-words-body": "This file may have no text after its first part. Take it out, or move it to a step.",
    "question-without-words": "The question “{about}” has no words. Add [question.{about}] with ask and answers.",
    "raw-html": "There is HTML here: {about}. Use Markdown, or write &lt; for the sign itself.",
    "markdown-broken": "The text can’t be read as Markdown ({about}). Take out what is unusual in it.",
    "markdown-unsupported": "This kind of part can’t be shown: “{about}”. Use headings, text, lists, call-outs "
    "and tables. Look for spaces at the start of the line, too.",
    "part-too-long": "More than {about} characters stand here without an empty line. Make several parts of it.",
    "attribute-unknown": "“{about}” can’t be used here, in braces or after an address. Take it out.",
    "heading-shape": "The heading “{about}” is empty, or its braces are wrong. Write it like this: ## Why? {{#why}}",
    "heading-id": "The heading name “{about}” is there twice, or has letters that it can’t have. Change it.",
    "list-start": "The list “{about}” does not begin with 1. Begin it with 1.",
    "list-item-empty": "An item of a list is empty. Write it, or take it out.",
    "checklist-shape": "“{about}” is in a list to tick off. Begin every item of it with “- [ ] ”.",
    "callout-shape": 'The call-out “{about}” is not written right. Write it like this: !!! note "Title"',
    "callout-kind": "“{about}” is not a call-out. Use note, say or calm.",
    "callout-empty": "The call-out “{about}” is empty. Put four spaces in front of each line of its text.",
    "link-scheme": "The link “{about}” goes nowhere. Use crisis: talk: plan: page: step: answer: help: "
    "service: app: or pay:",
    "link-empty": "The link “{about}” has no words. Write them between the square brackets.",
    "link-not-alone": "The link “{about}” makes cards. Put it alone, with an empty line before and after.",
    "link-step": "The link “{about}” goes to a step that this plan does not have. Check its spelling.",
    "link-answer": "The link “{about}” gives an answer that this plan does not have. Check its spelling.",
    "link-lost": "The link “{about}” goes to something that is not there. Check its spelling.",
    "table-shape": "The table at “{about}” is not written right. Write | Head | Head |, then | --- | --- |, then rows "
    "like the first, with an empty line before and after.",
    "table-columns": "This table has one part in a row, or more than {about}. Use two or three.",
    "table-row": "The row “{about}” has not as many parts as the first one. Give each row the same.",
    "mark-shape": "“{about}” can’t be read as a source mark. Write it like this: [^name-of-the-source]",
    "mark-place": "The source mark “{about}” can’t stand here. Put it after a sentence of the text, a list or a table.",
    "mark-unlisted": "The source “{about}” is not among the sources at the top of this file. Add it there.",
    # Pages
    "page-twice": "There is another page called “{about}”. Give this file another name.",
    "page-unlisted": "The page “{about}” is not in this list. Add it, or take the page away.",
    "key-not-number": "“{about}” is not a whole number. Write one, without quotes.",
    # Apps and ways to pay
    "entry-section": "“{about}” is not right here. Begin each part with its heading: ## On this app {{#keep}}. An app "
    "needs keep and block, and may have picture, accounts and inside; a way to pay needs do.",
    # Sources
    "source-unmarked": "No sentence has a mark of the source “{about}”. Add one, [^{about}], or take the source out.",
    "source-unknown": "The source “{about}” is in none of the files in sources. Check its spelling, or add it there.",
    "source-twice": "There is another source called “{about}”. Keep one, or give it another name.",
    "source-grade": "The grade “{about}” is not one we build on. Only A and B are.",
    "sources-missing": '“{about}” names no source. Add one: sources = ["..."]',
    "why-missing": "“{about}” gives no reason. Add a part that begins with ## Why? {{#why}}",
    # The help directory
    "choice-unknown": "“{about}” is not one of the words that can stand here. Check its spelling.",
    "contact-shape": "“{about}” is no number, e-mail address or web address that can be used. Check how it is written.",
    "country-other": "The country “{about}” is not the one in the name of the file. Make them the same.",
    "hours-shape": 'The hours “{about}” can’t be read. Write them like this: "Mon-Fri 10:00-16:00", or "always".',
    "key-not-years": "“{about}” is not an age. Write a whole number of years, without quotes.",
    "service-unknown": "There is no service “{about}” in this file. Check its spelling, or add it.",
    "zone-missing": "The time zone “{about}” can’t be found, so nobody is told who answers now. "
    "Check its spelling, or install the package tzdata.",
    # Plans: their parts
    "plan-id": "The name “{about}” is not the name of the file. Make them the same.",
    "plan-empty": "The plan “{about}” has no step. Add a [[step]].",
    "step-id": "There can’t be another step called “{about}”. Give it a name of its own.",
    "step-without-words": "The step “{about}” is composed of nothing. Add a [[step.piece]], or take out composed.",
    "step-unknown": "There is no step “{about}”. Check its spelling, or add it.",
    "first-step-hidden": "The first step, “{about}”, is not always shown. Take its condition away.",
    "question-id": "There can’t be another question called “{about}”. Give it a name of its own.",
    "question-unknown": "There is no question “{about}”. Check its spelling, or add it.",
    "question-without-answers": "The question “{about}” has no answers. Add some.",
    "answer-unknown": "The question has no answer “{about}”. Check its spelling, or add it.",
    "answer-reserved": "Every question has the answer “{about}” anyway. Take it out.",
    "condition-empty": "“{about}” asks for nothing. Name a question and its answers, or take it out.",
    "variant-always": "The words “{about}” would always be shown. Add when or unless.",
    "asked-too-late": "“{about}” is asked too late for this. Ask it on an earlier step.",
    # Plans: the ways through them
    "plan-too-branched": "There are too many ways through the plan at “{about}” to check them all. Ask for less.",
    "step-unreachable": "Nobody can reach the step “{about}”. Look at its condition.",
    "variant-unreachable": "Nobody can meet the words “{about}”. Look at their condition and the ones above them.",
    "not-asked-on-this-way": "Somebody can get here without being asked “{about}”. Ask it earlier or on every way, "
    "or add the condition of the step that asks it.",
    "too-many-questions": "At “{about}” more than seven questions are asked in a row. Move some away.",
    "plan-too-long": "A person with {about} would meet more than twelve screens. Join some.",
    "no-ending": "A person with {about} would come to no end. Add ending = true to the last step.",
    "no-person": "A person with {about} would meet nobody to talk to. Add a link talk: or crisis: to a step.",
    "link-to-hidden-step": "The link {about} goes to a step that is hidden for that person. Use other words there.",
    "shortcut-hidden": "The step “{about}” of the shortcut is hidden until something is answered. Always show it.",
}

_OTHERWISE = "Something is wrong here: “{about}”. Put back the file that came with Handrail."


def sentence(problem: ContentProblem) -> str:
    """Where it is, what is wrong and what to do, for the person who looks after the content."""
    return f"{_place(problem)}: " + SENTENCES.get(problem.code, _OTHERWISE).format(about=problem.about)


def _place(problem: ContentProblem) -> str:
    if not problem.file:
        return "Handrail’s content"
    return f"{problem.file}, line {problem.line}" if problem.line else problem.file
