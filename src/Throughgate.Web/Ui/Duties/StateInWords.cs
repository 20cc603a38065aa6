using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Domain.Rules;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Duties;

/// <summary>The five states in words: Done · Done 2 days late · Due Friday · Overdue 3 days · Missed.</summary>
public static class StateInWords
{
    public static string Of(Words words, DutyState state, DateOnly due, DateOnly? metOn, DateOnly today)
    {
        var days = new Days(words);
        return state switch
        {
            DutyState.Met => words["Done"],
            DutyState.MetLate => words["Done {0} late", days.Between(due, metOn ?? due)],
            DutyState.Due => DueOn(words, days, due, today),
            DutyState.Overdue => words["Overdue {0}", days.Between(due, today)],
            _ => words["Missed"],
        };
    }

    private static string DueOn(Words words, Days days, DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => words["Due today"],
        1 => words["Due tomorrow"],
        > 1 and < 7 => words["Due {0}", days.Weekday(due)],
        _ => words["Due {0}", days.Short(due)],
    };
}

/// <summary><c>&lt;tg-state duty="duty" today="Model.On" /&gt;</c>: a state, a word first and a colour second.</summary>
[HtmlTargetElement("tg-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DutyStateTag(Words words) : Pattern
{
    public required Duty Duty { get; set; }

    public required DateOnly Today { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) =>
        bearer.Give(Markup.Of("strong", $"tg-state tg-state--{Duty.StateCode.Replace('_', '-')}", StateInWords.Of(words, Duty.State, Duty.Due, Duty.MetOn, Today)));
}

/// <summary><c>&lt;tg-day day="…" today="Model.On" /&gt;</c>: Tue 4 May 2010, in 12 days. Without <c>today</c>, the day alone.</summary>
[HtmlTargetElement("tg-day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTag(Words words) : Pattern
{
    public required DateOnly Day { get; set; }

    public DateOnly? Today { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var days = new Days(words);
        return bearer.Give(Markup.Of("time", "tg-day", Today is { } today ? days.With(Day, today) : days.Short(Day))
            .With("datetime", Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
