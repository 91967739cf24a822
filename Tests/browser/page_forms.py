"""The forms of a page with their fields, as a browser without scripts sends them."""
import dataclasses
import html.parser

TYPED = {"text", "search", "number", "email", "date", "datetime-local", "tel", "url"}


@dataclasses.dataclass
class Field:
    tag: str
    kind: str
    name: str
    value: str = ""
    is_checked: bool = False
    is_numeric: bool = False
    is_invalid: bool = False
    described: str = ""
    options: list = dataclasses.field(default_factory=list)

    @property
    def is_typed(self):
        return self.tag == "textarea" or (self.tag == "input" and self.kind in TYPED)

    @property
    def is_box(self):
        return self.kind in ("checkbox", "radio")


@dataclasses.dataclass
class Form:
    action: str
    id: str
    fields: list = dataclasses.field(default_factory=list)
    buttons: list = dataclasses.field(default_factory=list)
    is_folded: bool = False

    @property
    def typed(self):
        return [field for field in self.fields if field.is_typed]

    @property
    def actions(self):
        """Where it leads: by itself, and by its buttons."""
        return [self.action] + [action for _, _, action in self.buttons if action]

    def shown(self):
        """What stands in its fields, by name: all that is typed, chosen and checked."""
        found = {}
        for field in self.fields:
            if field.kind in ("hidden", "password", "file"):
                continue
            values = found.setdefault(field.name, [])
            if not field.is_box or field.is_checked:
                values.append(field.value)
        return found


class _Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms, self.loose, self.texts = [], [], {}
        self.form = self.area = self.select = self.span = None
        self.folds = []

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if tag == "details":
            self.folds.append("open" in attributes)
        elif tag == "form" and attributes.get("method") == "post":
            self.form = Form(attributes["action"], attributes.get("id", ""), is_folded=not all(self.folds))
            self.forms.append(self.form)
        elif tag in ("input", "textarea", "select"):
            kind = attributes.get("type", "text") if tag == "input" else tag
            field = Field(tag, kind, attributes.get("name", ""), attributes.get("value") or ("on" if kind in (
                "checkbox", "radio") else ""), "checked" in attributes, attributes.get("inputmode") == "numeric",
                attributes.get("aria-invalid") == "true", attributes.get("aria-describedby", ""))
            self.area = field if tag == "textarea" else None
            self.select = field if tag == "select" else None
            self.put("fields", field, attributes)
        elif tag == "option" and self.select:
            value = attributes["value"]
            self.select.options.append(value)
            if "selected" in attributes or len(self.select.options) == 1:
                self.select.value = value
        elif tag == "button":
            button = (attributes.get("name"), attributes.get("value", ""), attributes.get("formaction"))
            self.put("buttons", button, attributes)
        elif tag == "span" and "id" in attributes:
            self.span = attributes["id"]

    def put(self, kind, thing, attributes):
        if attributes.get("form"):
            self.loose.append((attributes["form"], kind, thing))
        elif self.form and (kind == "buttons" or thing.name):
            getattr(self.form, kind).append(thing)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "details":
            self.folds.pop()
        elif tag in ("textarea", "select", "span"):
            setattr(self, {"textarea": "area"}.get(tag, tag), None)

    def handle_data(self, data):
        if self.area:
            self.area.value += data
        if self.span:
            self.texts[self.span] = self.texts.get(self.span, "") + data


def read(page):
    """The forms that are posted, and the texts of what has an id, by it."""
    reader = _Reader()
    reader.feed(page)
    for form in reader.forms:
        for owner, kind, thing in reader.loose:
            if owner and owner == form.id:
                getattr(form, kind).append(thing)
        for field in form.fields:
            # A line end right behind the tag is none of the text.
            if field.tag == "textarea":
                field.value = field.value.removeprefix("\n")
    return reader.forms, reader.texts
