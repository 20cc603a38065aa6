namespace Throughgate.Web.Data.Bundle;

/// <summary>The files of a caseload bundle, in the order in which they are read, checked and written.</summary>
public static class BundleFiles
{
    public static IReadOnlyList<BundleFile> All { get; } =
    [
        new("people", "people", [
            Key("person"),
            Text("first_name"),
            Text("last_name"),
            Day("date_of_birth") with { Needed = true, Earliest = new(1980, 1, 1) },
            Code("gender", List("gender")),
            Code("ethnicity", List("ethnicity")),
            Yes("looked_after"),
            Yes("send"),
            Yes("is_parent"),
            Text("first_language") with { Needed = false },
        ]) { Key = Key("person"), Derived = ["search_name"] },
        new("residences", "residences", [
            Link("person", "people"),
            Code("yot", new("YOTs", [.. Reference.Instance.Yots.Keys, Yots.Elsewhere])),
            Day("from", "from_on") with { Needed = true },
            Day("to", "to_on"),
        ]),
        new("sentences", "sentences", [
            Key("sentence"),
            Link("person", "people"),
            Code("type", List("sentence")),
            Code("main_offence", List("offence")),
            Day("offence_on"),
            Day("arrested_on"),
            Day("sentenced_on") with { Needed = true },
            Code("establishment", new("establishments", Reference.Instance.Establishments.Keys)) with { Needed = false, Held = null, Dated = "placement" },
            Day("expected_release_on") with { Held = null, Dated = "expected_release" },
            Day("released_on"),
            Day("ends_on") with { Held = null, Dated = "ends" },
        ]) { Key = Key("sentence"), Derived = ["kind"], Keys = 4 },
        new("cases", "cases", [
            Key("case"),
            Link("person", "people"),
            Code("scheme", new("schemes", Reference.Instance.Schemes.Keys)),
            Link("sentence", "sentences"),
            Day("referred_on") with { Needed = true },
            Day("lead_professional_on"),
            Day("plan_drawn_up_on"),
            Day("plan_agreed_by_person_on"),
            Day("plan_agreed_by_yot_on"),
            Day("closed_on"),
            Code("closing_reason", List("closing")) with { Needed = false },
        ]) { Key = Key("case") },
        new("allocations", "allocations", [
            Link("case", "cases"),
            Code("role", new("roles", [AllocationRoles.LeadWorker, AllocationRoles.CaseManager, AllocationRoles.Mentor])),
            new("worker", CellKind.Text) { Needed = true, Link = "workers" },
            Day("from", "from_on") with { Needed = true },
            Day("to", "to_on"),
        ]) { Keys = 2 },
        new("offers", "offers", [
            Link("case", "cases"),
            Day("offered_on") with { Needed = true },
            Code("setting", List("setting")),
            Code("answer", List("answer")),
        ]) { OnceEach = ["offered_on"] },
        new("contacts", "contacts", [
            Key("contact"),
            Link("case", "cases"),
            new("at", CellKind.Moment) { Needed = true, Held = "held_at" },
            new("minutes", CellKind.Number) { Held = "minutes", Most = 1440 },
            Code("kind", List("contact")),
            Code("counts_as", List("counts_as")),
            Code("outcome", List("outcome")),
        ]) { Key = Key("contact") },
        new("assessments", "assessments", [
            Link("case", "cases"),
            Day("completed_on") with { Needed = true },
            Code("purpose", List("purpose")),
            .. Reference.Instance.Codes["section"].Select(s => new Column(s.Value, CellKind.Number) { Held = s.Value, Most = 4 }),
        ]) { OnceEach = ["completed_on", "purpose"] },
        new("ete", "ete_weeks", [
            Link("case", "cases"),
            Day("week", "week_on") with { Needed = true, Monday = true },
            new("hours", CellKind.Hours) { Needed = true, Held = "hours", Most = 60 },
            Code("provision", List("provision")) with { Needed = false },
            Code("unable_reason", List("unable")) with { Needed = false },
        ]),
        new("accommodation", "accommodation_spells", [
            Link("case", "cases"),
            Day("from", "from_on") with { Needed = true },
            Day("to", "to_on"),
            Code("type", List("accommodation")),
            Yes("suitable"),
            Day("confirmed_on"),
            Day("told_on"),
        ]),
        new("reviews", "reviews", [
            Link("case", "cases"),
            Day("held_on") with { Needed = true },
            Code("kind", List("review")),
        ]),
    ];

    public static BundleFile Of(string name) => All.Single(f => f.Name == name);

    private static Column Key(string name) => new(name, CellKind.Reference) { Needed = true };

    private static Column Link(string name, string table) => new(name, CellKind.Reference) { Needed = true, Link = table };

    private static Column Text(string name) => new(name, CellKind.Text) { Needed = true, Held = name };

    private static Column Day(string name, string? held = null) => new(name, CellKind.Day) { Held = held ?? name };

    private static Column Yes(string name) => new(name, CellKind.Yes) { Held = name };

    private static Column Code(string name, CodeSet codes) => new(name, CellKind.Code) { Needed = true, Held = name, Codes = codes };

    private static CodeSet List(string list) => new($"list {list}", Reference.Instance.Codes[list].Select(c => c.Value));
}
