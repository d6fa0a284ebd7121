#!/usr/bin/python3
"""Holds the JSON Schemas against python3-jsonschema: what is right validates, broken shapes do not.

Samples and examples against schemas/report-FORM.schema.json; forms, rules, packs, conversions and claims against the schemas of the
definitions. Exit code 77 (skipped) where python3-jsonschema is not installed.
"""

import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft7Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCHEMAS = ROOT / "schemas"
REMOVE = object()
faults = []


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator_of(path):
    schema = load(path)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def changed(report, changes):
    """The report with values at JSON Pointers set or taken away."""
    report = copy.deepcopy(report)
    for pointer, value in changes.items():
        *way, last = pointer.strip("/").split("/")
        at = report
        for key in way:
            at = at[key]
        if value is REMOVE:
            del at[last]
        else:
            at[last] = copy.deepcopy(value)
    return report


def expect(right, validator, value, what):
    errors = sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    if right and errors:
        faults.append(f"{what}: {'/'.join(map(str, errors[0].absolute_path))}: {errors[0].message[:200]}")
    if not right and not errors:
        faults.append(f"{what}: validates, but should not")


def comment_free(path):
    """A report that is plain JSON; nothing for one with comments."""
    try:
        return load(path)
    except json.JSONDecodeError:
        return None


ROW = {"natural_person": 0, "business": 0, "research": 0, "charity": 0, "legal_service": 0, "other": 0}

# Changes to the sample of the form of 2021 that leave it right.
RIGHT = {
    "as it is": {},
    "a table as 0": {"/requests": 0},
    "a group and a row as 0": {"/requests/outcomes/refused": 0, "/requests/outcomes/granted": 0},
    "a blank cell": {"/disclosure/licensing": None},
    "a blank table": {"/disputes": None},
    "a row without its total": {"/requests/received": ROW},
    "a cell with a note": {"/disclosure/licensing": {"value": 3, "note": "其中变更1件"}},
    "fees with decimals": {"/disclosure/fees": 59237.2449},
    "an overview in one text": {"/narrative/overview": "一段文字"},
    "an overview in paragraphs": {"/narrative/overview": ["一段", "又一段"]},
    "an item of its own": {"/narrative/overview/others": [{"heading": "基层指导", "text": "指导镇街。", "after": "platforms"}]},
    "text around a table": {"/narrative/notes": {"requests": {"before": "说明", "after": ["注1", "注2"]}}},
    "a title and a number": {"/title": "2024年示例区工信局政府信息公开工作年度报告", "/document_number": "示例发〔2025〕1号"},
    "other names": {"/agency/short_names": ["示例区工信局"], "/agency/former_names": []},
    "no date": {"/published": None},
    "a name alone": {"/agency": {"name": "示例区工业和信息化局"}},
    "a schema": {"/$schema": "report-2021.schema.json"},
}

# Changes that break it.
BROKEN = {
    "an unknown key at the top": {"/reqeusts": 0},
    "an unknown key in the agency": {"/agency/code": "1"},
    "an unknown key in the contact": {"/agency/contact/phone": "1"},
    "an unknown field": {"/narrative/summary": ""},
    "an unknown item of the overview": {"/narrative/overview/training": ""},
    "an unknown cell": {"/disclosure/licences": 1},
    "an unknown row": {"/requests/outcomes/withdrawn": ROW},
    "an unknown column": {"/requests/received/foreign": 1},
    "a negative count": {"/disclosure/licensing": -1},
    "a fractional count": {"/requests/received/business": 1.5},
    "a count of 16 digits": {"/disclosure/penalties": 10**15},
    "text in a cell": {"/disclosure/licensing": "126件"},
    "a mark in a cell": {"/requests/carried_in/other": "/"},
    "true in a cell": {"/disclosure/coercion": True},
    "a list in a cell": {"/disputes/review/total": [5]},
    "a negative amount": {"/disclosure/fees": -0.01},
    "text as an amount": {"/disclosure/fees": "3.25万元"},
    "a table as another number": {"/requests": 1},
    "a table as text": {"/disputes": "无"},
    "a table as a list": {"/disclosure": []},
    "a note that is no text": {"/disclosure/licensing": {"value": 3, "note": 4}},
    "a cell in a cell": {"/disclosure/licensing": {"value": {"value": 3}}},
    "no form": {"/form": REMOVE},
    "another form": {"/form": "2022"},
    "a form as a number": {"/form": 2021},
    "no agency": {"/agency": REMOVE},
    "an agency as text": {"/agency": "示例区工业和信息化局"},
    "an agency without a name": {"/agency/name": REMOVE},
    "an empty name": {"/agency/name": ""},
    "an unknown kind": {"/agency/kind": "bureau"},
    "an unknown level": {"/agency/level": "district"},
    "an unknown scope": {"/agency/scope": "all"},
    "no year": {"/year": REMOVE},
    "year 20240": {"/year": 20240},
    "year 2007": {"/year": 2007},
    "a year as text": {"/year": "2024"},
    "a year with a fraction": {"/year": 2024.5},
    "a date in words": {"/published": "2025年1月20日"},
    "a number as narrative": {"/narrative/other_matters": 0},
    "a number among paragraphs": {"/narrative/preface": ["一段", 2]},
    "an item without its text": {"/narrative/overview/others": [{"heading": "基层指导"}]},
    "items that are no list": {"/narrative/overview/others": {"heading": "基层指导", "text": ""}},
    "narrative as text": {"/narrative": "全文"},
}

# The form of 2019 has its own cells.
BROKEN_2019 = {
    "a cell of the form of 2021": {"/disclosure/normative_documents/issued": 1},
    "a row of the form of 2021": {"/requests/outcomes/other": {"correction_overdue": 0}},
    "a single number for three": {"/disclosure/licensing": 73},
    "a change with a fraction": {"/disclosure/licensing/change": 0.5},
    "a negative number of items": {"/disclosure/licensing/last_year_items": -1},
}


def check_reports():
    validators = {form: validator_of(SCHEMAS / f"report-{form}.schema.json") for form in ("2019", "2021")}
    samples = {form: load(SCHEMAS / "samples" / f"{form}.json") for form in validators}
    for what, changes in RIGHT.items():
        expect(True, validators["2021"], changed(samples["2021"], changes), what)
    for what, changes in BROKEN.items():
        expect(False, validators["2021"], changed(samples["2021"], changes), what)
    expect(True, validators["2019"], samples["2019"], "the sample of 2019")
    for what, changes in BROKEN_2019.items():
        expect(False, validators["2019"], changed(samples["2019"], changes), what)
    expect(False, validators["2019"], samples["2021"], "the sample of 2021 as one of 2019")
    return validators, len(RIGHT) + 1, len(BROKEN) + len(BROKEN_2019) + 1


def check_examples(validators):
    """Examples validate, but for broken/: a mark in a cell is a fault that editors should show."""
    count = 0
    for path in sorted((ROOT / "examples").glob("*/*.json")):
        report = comment_free(path)
        if report is None:
            continue
        count += 1
        expect(path.parent.name != "broken", validators[report["form"]], report, str(path.relative_to(ROOT)))
    return count


def check_definitions():
    catalogue = load(SCHEMAS / "rule-catalogue.schema.json")
    pack = {"definitions": catalogue["definitions"], "$ref": "#/definitions/pack"}
    validators = {
        "forms": validator_of(SCHEMAS / "form-definition.schema.json"),
        "rules": validator_of(SCHEMAS / "rule-catalogue.schema.json"),
        "packs": Draft7Validator(pack),
        "conversions": validator_of(SCHEMAS / "form-conversion.schema.json"),
    }
    count = 0
    for folder, validator in validators.items():
        for path in sorted((SCHEMAS / folder).glob("*.json")):
            count += 1
            expect(True, validator, load(path), str(path.relative_to(ROOT)))
    claims = validator_of(SCHEMAS / "claims.schema.json")
    words = load(SCHEMAS / "claims.json")
    expect(True, claims, words, "the claims")
    for what, changes in {
        "a role that no sentence knows": {"/words/colour": ["红"]},
        "an empty word": {"/words/unit": [""]},
        "a claim without a topic": {"/claims": [{"id": "received", "readings": []}]},
        "a reading without cells": {"/claims": [{"id": "a", "topic": "requests", "readings": [{"name": {"zh": "一", "en": "a"}}]}]},
        "a path that is none": {"/claims": [{"id": "a", "topic": "requests", "readings": [{"name": {"zh": "一", "en": "a"}, "add": ["requests"]}]}]},
        "no words of denial": {"/none": REMOVE},
    }.items():
        expect(False, claims, changed(words, changes), what)
    form = load(SCHEMAS / "forms" / "2021.json")
    rules = load(SCHEMAS / "rules" / "tables.json")
    expect(False, validators["forms"], changed(form, {"/tables": REMOVE}), "a form without tables")
    rules["rules"][0]["severity"] = "fatal"
    expect(False, validators["rules"], rules, "a rule of an unknown severity")
    conversion = load(SCHEMAS / "conversions" / "2019-2021.json")
    for what, changes in {
        "a pair of paths without their forms": {"/pairs": [["/disclosure/fees", "/disclosure/fees"]]},
        "a pair with one side": {"/pairs": [{"2019": "/disclosure/fees"}]},
        "a path that is none": {"/pairs": [{"2019": "disclosure", "2021": "/disclosure"}]},
        "a drop without a reason": {"/drop/2019": [{"cells": ["/disclosure/fees"]}]},
        "a conversion without forms": {"/forms": REMOVE},
    }.items():
        expect(False, validators["conversions"], changed(conversion, changes), what)
    expect(False, validators["packs"], {"name": {"zh": "示例县", "en": "county"}, "rules": []}, "a pack with a list of rules")
    accepted = validator_of(SCHEMAS / "accepted.schema.json")
    entry = {"agency": "示例区水务局", "year": 2024, "code": "t.blank", "cell": "", "value": "", "reason": ""}
    expect(True, accepted, {"$schema": "accepted.schema.json", "accepted": [entry, {**entry, "expected": "3"}]}, "accepted findings")
    expect(False, accepted, {"accepted": [{**entry, "year": "2024"}]}, "an accepted finding of a year in quotes")
    expect(False, accepted, {"accepted": [{**entry, "raeson": ""}]}, "an accepted finding with an unknown key")
    check_manifest()
    return count


def check_manifest():
    manifest = validator_of(SCHEMAS / "package-manifest.schema.json")
    file = {"path": "甲/数据表1.xlsx", "role": "table", "format": "xlsx", "table": "disclosure", "size": 1, "sha256": "0" * 64}
    whole = {"format": "nianbao-package", "version": 1, "program": {"name": "nianbao", "version": "0.1.0"},
             "form": {"id": "2021", "citation": ""}, "agency": "示例区水务局", "year": 2024, "files": [file]}
    expect(True, manifest, {**whole, "draft": True, "published": "2025-01-20"}, "a manifest")
    for what, change in {"a path that leads out": {"path": "a/../../b"}, "an absolute path": {"path": "/a"},
                         "a path with a backslash": {"path": "a\\b"}, "a path of a folder": {"path": "a/"},
                         "an unknown role": {"role": "other"}, "a digest in capitals": {"sha256": "A" * 64}}.items():
        expect(False, manifest, {**whole, "files": [{**file, **change}]}, f"a manifest with {what}")
    expect(False, manifest, {**whole, "files": [{key: file[key] for key in file if key != "table"}]}, "a table without its id")
    expect(False, manifest, {**whole, "version": 2}, "a manifest of another version")


def main():
    validators, right, broken = check_reports()
    examples = check_examples(validators)
    definitions = check_definitions()
    for fault in faults:
        print(fault)
    print(f"{right} right and {broken} broken shapes, {examples} examples, {definitions} definitions; {len(faults)} faults")
    return 1 if faults or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
