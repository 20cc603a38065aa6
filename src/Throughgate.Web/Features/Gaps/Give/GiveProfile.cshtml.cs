using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Gaps.Give;

/// <summary>Who the young people of the area are, typed from a source: of the scheme by its manager or information officer, of the nation by its analyst (GOV-9). The newest stands, the others stay.</summary>
[Needs(Permission.HandInReturn, Or = [Permission.SeeNation])]
public sealed class GiveProfilePage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public DateOnly? AsOf { get; set; }

    /// <summary>In the order of <see cref="ProfilesGiven.Groups"/>; nothing where the source does not say.</summary>
    [BindProperty]
    public List<string?> Percent { get; set; } = [];

    public bool OfNation { get; } = actor.Scheme is null;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ProfileGiven> Given { get; private set; } = [];

    public static string Text(int perMille, IFormatProvider culture) => (perMille / 10m).ToString("0.#", culture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Given = await db.ProfilesAsync(actor.Scheme, cancel);
        Percent = [.. ProfilesGiven.Groups.Select(g => Given is [var newest, ..] && newest.Profile.PerMille.TryGetValue(g, out var share) ? Text(share, CultureInfo.InvariantCulture) : null)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Percent = [.. ProfilesGiven.Groups.Select((_, i) => i < Percent.Count ? Percent[i].OrNothing() : null)];
        var shares = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Percent.Count; i++)
        {
            var share = Read(Percent[i]);
            ModelState.Must(Percent[i] is null || share is not null, $"{nameof(Percent)}[{i}]", Words.Key("Enter a percentage from 0 to 100 with at most one decimal, such as 12.5"));
            if (share is { } read)
            {
                shares[ProfilesGiven.Groups[i]] = read;
            }
        }

        var ethnic = shares.Where(s => ProfilesGiven.Ethnic.Contains(s.Key)).Select(s => s.Value).ToList();
        ModelState.Must(shares.Count > 0 || ModelState.ErrorCount > 0, $"{nameof(Percent)}[0]", Words.Key("Enter the share of at least one group"));
        ModelState.Must(Domain.Gaps.Profile.AddsUp(ethnic, ProfilesGiven.Ethnic.Count) || ModelState.ErrorCount > 0, $"{nameof(Percent)}[0]", Words.Key("The ethnic groups do not add up to 100%, give or take 1: look at the source again, or leave out what it does not say"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Source) && Source.Length <= 300, nameof(Source), Words.Key("Say where the figures are from, in at most 300 characters"));
        ModelState.Must(AsOf is not null || ModelState.GetFieldValidationState("AsOf-day") == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid, "AsOf-day", Words.Key("Enter the day of which the source speaks"));
        ModelState.Must(!(AsOf > london.Today), "AsOf-day", Words.Key("This day is still to come"));
        if (ModelState.ErrorCount > 0)
        {
            Given = await db.ProfilesAsync(actor.Scheme, cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new ProfileRow { Scheme = actor.Scheme, Source = Source!.Trim(), AsOf = AsOf!.Value, At = time.GetUtcNow(), ById = actor.Id!.Value, ByName = actor.Name };
        db.Add(row);
        db.AddRange(shares.Select(s => new ProfileShare { ProfileId = row.Id, GroupCode = s.Key, PerMille = s.Value }));
        await db.SaveAsync(actor, time, new ProfileTyped(row.Id, row.Scheme, row.Source, row.AsOf, shares));
        return LocalRedirect("/figures/profile");
    }

    /// <summary>Thousandths of "12.5", "12,5" or "12.5%"; null for what is none.</summary>
    private static int? Read(string? typed) =>
        decimal.TryParse(typed?.Trim().TrimEnd('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100
        && percent * 10 == decimal.Truncate(percent * 10)
            ? (int)(percent * 10)
            : null;
}
