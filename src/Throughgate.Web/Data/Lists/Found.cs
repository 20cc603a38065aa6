using System.Linq.Expressions;
using System.Text;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>Finding people by what somebody typed.</summary>
internal static class Found
{
    /// <summary>
    /// Visible people of whom every word typed is part of a name (accents, apostrophes, hyphens and capitals do not matter), or whose
    /// reference, or that of a case, is what was typed. In the order of names. Nothing is found by nothing.
    /// </summary>
    public static IQueryable<Listed> Among(Visible visible, string text)
    {
        var (words, reference) = (WordsOf(text), text.Trim());
        var upper = reference.ToUpperInvariant();
        IQueryable<Guid> byCase = visible.Cases.Where(c => c.Reference == reference || c.Reference == upper).Select(c => c.PersonId);
        var named = words.Count == 0 ? p => false : Names(words);
        Expression<Func<Person, bool>> referred = p => p.Reference == reference || p.Reference == upper || byCase.Contains(p.Id);
        return visible
            .People.Where(Either(named, referred))
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Select(p => new Listed(p.Id, p.Reference, p.FirstName, p.LastName));
    }

    /// <summary>The words to look for: folded as names are; a hyphen or an apostrophe may as well have been a space.</summary>
    internal static IReadOnlyList<string> WordsOf(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            spaced.Append(Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) ? " " : rune.ToString());
        }

        return [.. Data.Names.Fold(spaced.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8)];
    }

    private static Expression<Func<Person, bool>> Names(IReadOnlyList<string> words)
    {
        Expression<Func<Person, bool>>? all = null;
        foreach (var word in words)
        {
            Expression<Func<Person, bool>> has = p => p.SearchName.Contains(word);
            all = all is null ? has : Joined(all, has, Expression.AndAlso);
        }

        return all!;
    }

    private static Expression<Func<Person, bool>> Either(Expression<Func<Person, bool>> left, Expression<Func<Person, bool>> right) =>
        Joined(left, right, Expression.OrElse);

    private static Expression<Func<Person, bool>> Joined(
        Expression<Func<Person, bool>> left,
        Expression<Func<Person, bool>> right,
        Func<Expression, Expression, Expression> with
    ) => Expression.Lambda<Func<Person, bool>>(with(left.Body, new Swap(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters[0]);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
