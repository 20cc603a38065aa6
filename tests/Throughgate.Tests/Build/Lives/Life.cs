using System.Globalization;

namespace Throughgate.Tests.Build.Lives;

/// <summary>
/// Made-up lives for tests, one builder a noun, read as a sentence (<c>using static Throughgate.Tests.Build.Lives.Life</c>):
/// <c>await AYoungPerson().Named("Jordan", "Evans").With(ADto("2010-03-01").ExpectedOn("2010-05-13").With(ACase("leeds"))).SaveAsync(test)</c>.
/// Days are written 2010-05-04. What a test does not say is filled with something plain.
/// </summary>
public static class Life
{
    private static int _count;

    public static PersonBuilder AYoungPerson() => new();

    /// <summary>A detention and training order.</summary>
    public static SentenceBuilder ADto(string sentencedOn) => ASentence("dto", sentencedOn);

    /// <summary>A youth rehabilitation order.</summary>
    public static SentenceBuilder AYro(string sentencedOn) => ASentence("yro", sentencedOn);

    /// <param name="type">Code of the list <c>sentence</c>.</param>
    public static SentenceBuilder ASentence(string type, string sentencedOn) => new(type, Day(sentencedOn));

    /// <summary>A programme of that scheme; referred on the day of sentence where the test does not say.</summary>
    public static CaseBuilder ACase(string scheme = "leeds") => new(scheme);

    public static OfferBuilder AnOffer(string on) => new(Day(on));

    /// <param name="at">2010-05-04 (ten in the morning) or 2010-05-04 14:30.</param>
    public static ContactBuilder AContact(string at) => new(Moment(at));

    public static AssessmentBuilder AnAsset(string on, string purpose = "start") => new(Day(on), purpose);

    public static EteBuilder AWeek(string monday, decimal hours, string? provision = "college") => new(Day(monday), hours, provision);

    public static AddressBuilder AnAddress(string from, string type = "parents") => new(Day(from), type);

    public static ReviewBuilder AReview(string on, string kind = "quarterly") => new(Day(on), kind);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A reference that no other row of this run has.</summary>
    internal static string Reference(string prefix) => $"{prefix}-{Interlocked.Increment(ref _count):00000}";

    internal static DateOnly? MaybeDay(string? text) => text is null ? null : Day(text);

    private static DateTime Moment(string text) =>
        text.Length == 10
            ? Day(text).ToDateTime(new TimeOnly(10, 0))
            : DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
