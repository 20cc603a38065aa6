using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build.Lives;

/// <summary>A young person: born 3 March 1994, living in Leeds, known by a name that hardly any other test uses.</summary>
public sealed class PersonBuilder
{
    private readonly List<ResidenceRow> _residences = [];
    private readonly List<SentenceBuilder> _sentences = [];
    private bool _nowhere;

    public Person Row { get; } =
        new()
        {
            Reference = Life.Reference("P"),
            FirstName = "Jordan",
            LastName = "Evans",
            SearchName = "",
            DateOfBirth = new DateOnly(1994, 3, 3),
            Gender = "male",
            Ethnicity = "W1",
        };

    public Guid Id => Row.Id;

    public IReadOnlyList<SentenceBuilder> Sentences => _sentences;

    public PersonBuilder Named(string first, string last) => Set(p => (p.FirstName, p.LastName) = (first, last));

    public PersonBuilder Referred(string reference) => Set(p => p.Reference = reference);

    public PersonBuilder Born(string on) => Set(p => p.DateOfBirth = Life.Day(on));

    public PersonBuilder LookedAfter() => Set(p => p.LookedAfter = true);

    public PersonBuilder AParent() => Set(p => p.IsParent = true);

    public PersonBuilder Speaking(string language) => Set(p => p.FirstLanguage = language);

    public PersonBuilder ImportedBy(Guid import) => Set(p => (p.Origin, p.ImportId) = (Origins.Imported, import));

    /// <summary>Usual residence; the first call replaces Leeds.</summary>
    public PersonBuilder Living(string yot, string from = "2005-01-01", string? to = null)
    {
        _residences.Add(new() { PersonId = Id, Yot = yot, FromOn = Life.Day(from), ToOn = Life.MaybeDay(to) });
        return this;
    }

    /// <summary>No usual residence is recorded.</summary>
    public PersonBuilder LivingNowhere()
    {
        _nowhere = true;
        return this;
    }

    public PersonBuilder With(params IEnumerable<SentenceBuilder> sentences)
    {
        _sentences.AddRange(sentences);
        return this;
    }

    public PersonBuilder Set(Action<Person> change)
    {
        change(Row);
        return this;
    }

    /// <summary>Saves the person with everything below; returns the key.</summary>
    public async Task<Guid> SaveAsync(TestApp app)
    {
        await using var db = app.Context();
        return await SaveAsync(db);
    }

    public async Task<Guid> SaveAsync(TestDatabase database)
    {
        await using var db = database.Context();
        return await SaveAsync(db);
    }

    public async Task<Guid> SaveAsync(Db db)
    {
        if (_residences.Count == 0 && !_nowhere)
        {
            Living("leeds");
        }

        Row.SearchName = Names.Search(Row.FirstName, Row.LastName);
        await AddAsync(db, [Row]);
        await AddAsync(db, [.. _residences, .. _sentences.Select(s => s.RowFor(Id))]);
        var cases = _sentences.SelectMany(s => s.Cases.Select(c => (Case: c, Row: c.RowFor(Id, s.Row)))).ToList();
        await AddAsync(db, [.. _sentences.SelectMany(s => s.Below), .. cases.Select(c => c.Row)]);
        foreach (var (ofCase, _) in cases)
        {
            await AddAsync(db, await ofCase.BelowAsync(db));
        }

        return Id;
    }

    // One table after the other: the model knows no relations, the database does.
    private static async Task AddAsync(Db db, IEnumerable<object> rows)
    {
        db.AddRange(rows);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
