using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accommodation.Record;

/// <summary>What an address said, without the street: history is read by more people than the street address is.</summary>
public sealed record AddressSaid(DateOnly From, DateOnly? To, string Type, bool? Suitable, DateOnly? ConfirmedOn, DateOnly? ToldOn)
{
    public string Tell(Words words)
    {
        var days = new Days(words);
        return string.Join(
            ", ",
            new[]
            {
                words[Reference.Instance.Label("accommodation", Type)].ToString(),
                words["from {0}", days.Short(From)],
                To is { } to ? words["to {0}", days.Short(to)].ToString() : null,
                Suitable switch { true => words["suitable"], false => words["not suitable"], null => words["suitability not known"] },
                ConfirmedOn is { } confirmed ? words["confirmed {0}", days.Short(confirmed)].ToString() : null,
                ToldOn is { } told ? words["told {0}", days.Short(told)].ToString() : null,
            }.OfType<string>()
        );
    }
}

public sealed record AddressRecorded(Guid Spell, AddressSaid Address) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Address recorded: {0}", Address.Tell(words)];
}

/// <param name="Street">Whether the street address changed too; what it says is kept apart.</param>
public sealed record AddressCorrected(Guid Spell, AddressSaid Was, AddressSaid Address, bool Street) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Was == Address ? words["Street address changed: {0}", Address.Tell(words)]
        : Street ? words["Address and street address corrected: {0}; before: {1}", Address.Tell(words), Was.Tell(words)]
        : words["Address corrected: {0}; before: {1}", Address.Tell(words), Was.Tell(words)];
}
