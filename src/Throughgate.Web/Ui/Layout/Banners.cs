using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Throughgate.Web.Data;

namespace Throughgate.Web.Ui.Layout;

/// <summary>Registered as a singleton only while the demo runs: every page then says that the people on it are made up.</summary>
public sealed record TrainingData(IReadOnlyList<TrainingAccount> Accounts, string Password);

/// <summary>An invented person whom one can be while the demo runs.</summary>
/// <param name="Of">Code of the scheme or the establishment that they belong to, or what the consortium or partner is called; null for a national role.</param>
public sealed record TrainingAccount(string Email, string Name, string Role, string? Of)
{
    public string? Place => Of is null ? null : Reference.Instance.Schemes.TryGetValue(Of, out var scheme) ? scheme.Name : Reference.Instance.EstablishmentName(Of);
}

/// <summary>What a page tells the layout. <c>ViewData.LookAt(on)</c> shows the banner of a page that looks at another day than today.</summary>
public static class Banners
{
    private const string On = "tg:on";
    private const string Unread = "tg:unread-day";

    public static void LookAt(this ViewDataDictionary view, DateOnly on) => view[On] = on;

    public static DateOnly? LookedAt(this ViewDataDictionary view) => view[On] as DateOnly?;

    /// <summary>Shows which day the page looks at, where that is not today, and says so where the day asked for could not be read.</summary>
    public static void LookAt(this ViewDataDictionary view, DayAsked day)
    {
        view[Unread] = day.Unread;
        if (day.IsAnother)
        {
            view.LookAt(day.On);
        }
    }

    public static string? UnreadDay(this ViewDataDictionary view) => view[Unread] as string;
}
