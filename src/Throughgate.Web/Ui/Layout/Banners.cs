using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Throughgate.Web.Ui.Layout;

/// <summary>Registered as a singleton only while the demo runs: every page then says that the people on it are made up.</summary>
public sealed record TrainingData;

/// <summary>What a page tells the layout. <c>ViewData.LookAt(on)</c> shows the banner of a page that looks at another day than today.</summary>
public static class Banners
{
    private const string On = "tg:on";

    public static void LookAt(this ViewDataDictionary view, DateOnly on) => view[On] = on;

    public static DateOnly? LookedAt(this ViewDataDictionary view) => view[On] as DateOnly?;
}
