using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sentences;

namespace Throughgate.Web.Data.Facts;

/// <summary>Which of a case's records to gather; what is not asked for is an empty list in the facts.</summary>
[Flags]
public enum Gather
{
    None = 0,
    Offers = 1,
    Contacts = 2,
    Assessments = 4,
    Ete = 8,
    Accommodation = 16,
    Reviews = 32,

    /// <summary>Of the contacts only those that a duty, or the list of today, can turn on: see <see cref="FactSets"/>.</summary>
    ContactsThatCount = 64,

    /// <summary>Discussions with children's services, and decisions who carries on.</summary>
    Care = 128,

    /// <summary>What was made ready for a release and told after it.</summary>
    Release = 1024,

    /// <summary>Where sentences were served and who led cases: what figures are broken down by.</summary>
    Places = 2048,

    /// <summary>Without expected releases and ends of orders, which no return asks for.</summary>
    NoDatedChanges = 1 << 20,

    /// <summary>What duties ask.</summary>
    ForDuties = Offers | ContactsThatCount | Accommodation | Reviews | Care | Release,

    /// <summary>What the quarterly return asks.</summary>
    ForReturn = Assessments | Ete,
    All = 63 | Care | Release,

    /// <summary>What figures of performance ask.</summary>
    ForFigures = All | Places,
}

/// <summary>
/// FactsOf(people): the one place where rows become facts. A plain reader, one command and one round trip whatever the number of
/// people; the caller says whom, and has already asked whether they may be seen.
/// </summary>
public static class FactsReader
{
    public static async Task<IReadOnlyList<PersonFacts>> FactsOfAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid> people,
        Gather gather,
        CancellationToken cancel = default
    ) => people.Count == 0 ? [] : (await connection.ReadAsync(people, FactSets.For(gather), null, null, cancel)).Facts();

    /// <summary>The facts, and the figures of the scheme in the same round trip. The day matters to <see cref="Gather.ContactsThatCount"/> alone.</summary>
    internal static async Task<(IReadOnlyList<PersonFacts> Facts, DutyFigures Figures)> FactsAndFiguresOfAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid> people,
        Gather gather,
        string scheme,
        DateOnly on,
        CancellationToken cancel
    )
    {
        if (people.Count == 0)
        {
            return ([], await connection.FiguresOfAsync(scheme, cancel));
        }

        var figures = new FactSets(FiguresReader.Statement, (row, to) => to.Settings.Add(FiguresReader.Setting(row)));
        var read = await connection.ReadAsync(people, [figures, .. FactSets.For(gather)], scheme, on, cancel);
        return (read.Facts(), FiguresReader.Of(read.Settings));
    }

    private static async Task<Reading> ReadAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid> people,
        IReadOnlyList<FactSets> sets,
        string? scheme,
        DateOnly? on,
        CancellationToken cancel
    )
    {
        await using var command = connection.Picking(string.Join(";\n", sets.Select(s => s.Sql)), people);
        if (scheme is not null)
        {
            command.Add("@scheme", scheme);
        }

        if (on is { } day)
        {
            command.Add("@on", day);
            command.Add("@next_day", day.AddDays(1));
        }

        var read = new Reading(people.Count);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        foreach (var set in sets)
        {
            while (await rows.ReadAsync(cancel))
            {
                set.Take(rows, read);
            }

            await rows.NextResultAsync(cancel);
        }

        return read;
    }

    /// <summary>A command in which @picked stands for these people, however many they are.</summary>
    internal static DbCommand Picking(this DbConnection connection, string sql, IReadOnlyCollection<Guid> people)
    {
        var command = connection.CreateCommand();
        var sqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        command.CommandText = sql.Replace("@picked", sqlite ? "(select unhex(value) from json_each(@ids))" : "(select unnest(@ids))", StringComparison.Ordinal);
        command.Add("@ids", sqlite ? JsonSerializer.Serialize(people.Select(p => p.ToString("N"))) : people.ToArray());
        return command;
    }

    /// <summary>Rows gathered so far, by the keys they hang on.</summary>
    internal sealed class Reading(int people)
    {
        public List<KeyValuePair<string, DatedValue<int>>> Settings { get; } = [];
        public Dictionary<Guid, PersonFacts> People { get; } = new(people);
        public Dictionary<Guid, List<Residence>> Residences { get; } = new(people);
        public Dictionary<Guid, List<DatedChange>> Expected { get; } = [];
        public Dictionary<Guid, List<DatedChange>> Ends { get; } = [];
        public Dictionary<Guid, DateOnly> PlannedClosings { get; } = [];
        public Dictionary<Guid, List<Ending>> Endings { get; } = [];
        public Dictionary<Guid, List<WishToStop>> WishesToStop { get; } = [];
        public Dictionary<Guid, List<NamedSpell>> SocialWorkers { get; } = [];
        public Dictionary<Guid, List<DateOnly>> Transfers { get; } = [];
        public Dictionary<Guid, List<Placed>> Places { get; } = [];
        public Dictionary<Guid, List<Lead>> Leads { get; } = [];
        public Dictionary<Guid, SentenceFacts> Sentences { get; } = new(people);
        public Dictionary<Guid, List<SentenceFacts>> SentencesOf { get; } = new(people);
        public List<CaseFacts> Cases { get; } = new(people);
        public Dictionary<Guid, List<Offer>> Offers { get; } = [];
        public Dictionary<Guid, List<Domain.Contacts.Contact>> Contacts { get; } = [];
        public Dictionary<Guid, List<Domain.Assessments.Assessment>> Assessments { get; } = [];
        public Dictionary<Guid, List<Domain.Education.EteRow>> Ete { get; } = [];
        public Dictionary<Guid, List<Domain.Accommodation.AccommodationSpell>> Accommodation { get; } = [];
        public Dictionary<Guid, List<Review>> Reviews { get; } = [];
        public Dictionary<Guid, List<DateOnly>> CareDiscussions { get; } = [];

        public Dictionary<Guid, List<DateOnly>> ConsentTalks { get; } = [];

        public Dictionary<Guid, List<Domain.Sharing.StageExchange>> StageExchanges { get; } = [];
        public Dictionary<Guid, List<Concern>> Concerns { get; } = [];
        public Dictionary<Guid, List<Decision>> Decisions { get; } = [];
        public Dictionary<Guid, List<Domain.Releases.ReleaseItem>> ReleaseItems { get; } = [];
        public Dictionary<Guid, List<Domain.Releases.OwnItem>> OwnItems { get; } = [];
        public Dictionary<Guid, List<Domain.Releases.Exchange>> Exchanges { get; } = [];
        public Dictionary<Guid, List<Domain.Releases.Feedback>> Feedback { get; } = [];
        public Dictionary<Guid, List<Domain.Plans.PlanVersion>> Plans { get; } = [];

        public static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
            where TKey : notnull
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
            (list ??= []).Add(item);
        }

        public static IReadOnlyList<T> Of<T>(Dictionary<Guid, List<T>> lists, Guid key) => lists.TryGetValue(key, out var list) ? list : [];

        public IReadOnlyList<PersonFacts> Facts()
        {
            var cases = new Dictionary<Guid, List<CaseFacts>>(People.Count);
            foreach (var c in Cases)
            {
                Add(cases, c.PersonId, c with
                {
                    Returns = SentencesOf[c.PersonId].ReturnsAfter(c.Sentence),
                    Offers = Of(Offers, c.Id),
                    Contacts = Of(Contacts, c.Id),
                    Assessments = Of(Assessments, c.Id),
                    Ete = Of(Ete, c.Id),
                    Accommodation = Of(Accommodation, c.Id),
                    Reviews = Of(Reviews, c.Id),
                    Decisions = Of(Decisions, c.Id),
                    CareDiscussions = Of(CareDiscussions, c.Id),
                    ConsentTalks = Of(ConsentTalks, c.Id),
                    StageExchanges = Of(StageExchanges, c.Id),
                    PlannedClosing = PlannedClosings.TryGetValue(c.Id, out var closing) ? closing : null,
                    Endings = Of(Endings, c.Id),
                    WishesToStop = Of(WishesToStop, c.Id),
                    ReleaseItems = Of(ReleaseItems, c.Id),
                    OwnItems = Of(OwnItems, c.Id),
                    Exchanges = Of(Exchanges, c.Id),
                    Feedback = Of(Feedback, c.Id),
                    Plans = Of(Plans, c.Id),
                    Concerns = Of(Concerns, c.Id),
                    Leads = Of(Leads, c.Id),
                });
            }

            return
            [
                .. People.Values.Select(p => p with
                {
                    Residences = Of(Residences, p.Id),
                    SocialWorkers = Of(SocialWorkers, p.Id),
                    Sentences = Of(SentencesOf, p.Id),
                    Cases = Of(cases, p.Id),
                }),
            ];
        }
    }
}
