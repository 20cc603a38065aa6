using Throughgate.Domain.Sharing;

namespace Throughgate.Tests.Sharing;

/// <summary>Random histories of sharing about one programme with one partner, step by step, days crowded so that everything meets.</summary>
public sealed class RandomSharing(Random random, DateOnly start, string? kind = null)
{
    public static readonly Guid[] People = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly string[] Few = [Categories.Health, Categories.Education, Categories.Plan];
    private readonly List<ConsentAnswer> _answers = [];
    private readonly List<SharingDecision> _decisions = [];
    private readonly List<Agreement> _agreements = [.. Agreements(random, start)];
    private readonly DateRange _partner = new(start.AddDays(random.Next(-30, 3)), random.Next(4) == 0 ? start.AddDays(random.Next(40)) : null);
    private readonly DateRange _programme = new(start.AddDays(random.Next(-30, 3)), random.Next(4) == 0 ? start.AddDays(random.Next(40)) : null);
    private readonly string _kind = kind ?? (random.Next(6) == 0 ? PartnerKinds.Police : "housing");

    public DateOnly Today { get; private set; } = start;

    public DateTimeOffset Now { get; private set; } = new(start, new TimeOnly(12, 0), TimeSpan.Zero);

    public SharingFacts Facts => new() { Kind = _kind, Partner = _partner, Programme = _programme, Agreements = _agreements, Answers = [.. _answers], Decisions = [.. _decisions] };

    public void Step()
    {
        // Sometimes two things are recorded in the same instant.
        Now = Now.AddMinutes(random.Next(3));
        if (random.Next(3) == 0)
        {
            var days = random.Next(1, 6);
            (Today, Now) = (Today.AddDays(days), Now.AddDays(days));
        }

        var category = Few[random.Next(Few.Length)];
        switch (random.Next(10))
        {
            case 0 or 1:
                Answer(category, ConsentAnswers.Given, Today.AddDays(random.Next(12)));
                break;
            case 2:
                Answer(category, ConsentAnswers.Refused, null);
                break;
            case 3:
                Answer(category, ConsentAnswers.Withdrawn, null);
                break;
            case 4 or 5:
                _decisions.Add(
                    new SharingDecision
                    {
                        Id = Guid.CreateVersion7(),
                        Categories = random.Next(2) == 0 ? [category] : Few,
                        Basis = random.Next(8) == 0 ? SharingBases.Consent : SharingBases.WithoutConsent[random.Next(3)],
                        DecidedBy = People[random.Next(3)],
                        DecidedAt = Now,
                        Until = Today.AddDays(random.Next(10)),
                        Once = random.Next(5) == 0,
                        OverridesRefusal = random.Next(2) == 0,
                    }
                );
                break;
            case 6 or 8 or 9 when _decisions.Count > 0:
                Change(d => d.Confirmed is null ? d with { Confirmed = (People[random.Next(3)], Now) } : d);
                break;
            case 7 when _decisions.Count > 0 && random.Next(2) == 0:
                Change(d => d.EndedAt is null ? d with { EndedAt = Now } : d);
                break;
        }
    }

    private void Answer(string category, string answer, DateOnly? until)
    {
        // A talk of a few days ago that is written down only now.
        var on = Today.AddDays(random.Next(4) == 0 ? -random.Next(4) : 0);
        if (!_answers.Exists(a => a.Category == category && a.At == Now && a.On == on && a.Answer == answer && a.Until == until))
        {
            _answers.Add(new(category, answer, on, Now, until));
        }
    }

    private void Change(Func<SharingDecision, SharingDecision> change)
    {
        var i = random.Next(_decisions.Count);
        _decisions[i] = change(_decisions[i]);
    }

    private static IEnumerable<Agreement> Agreements(Random random, DateOnly start)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            var from = start.AddDays(random.Next(-20, 20));
            yield return new(new(from, from.AddDays(random.Next(60))), random.Next(5) > 0, [.. Few.Where(_ => random.Next(3) > 0)]);
        }
    }
}
