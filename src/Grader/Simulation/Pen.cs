using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Rendering;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>How one student writes one answer: a stream of chance, and habits of notation.</summary>
/// <param name="Habit">The notation the student mostly uses.</param>
internal sealed record Pen(SeededRandom Random, Notation Habit)
{
    public T One<T>(IReadOnlyList<T> choices) => choices[Random.Next(0, choices.Count - 1)];

    public NotationStyle Style(Scope scope)
    {
        var notation = Random.OneIn(6) ? One(Enum.GetValues<Notation>()) : Habit;
        return new(notation, scope, Random.OneIn(2), Random.OneIn(2), Random.OneIn(4), !Random.OneIn(3));
    }

    /// <summary>A formula in one of the ways that a file may hold it.</summary>
    public JToken Formula(Expression formula, Scope scope)
    {
        var style = Style(scope);
        var text = style.Print(formula);
        if (style.Notation == Notation.Latex && Random.OneIn(3)) text = One<Func<string, string>>([t => $"${t}$", t => $@"\( {t} \)", t => $@"\[ {t} \]", t => $"$${t}$$"])(text);
        // A left side belongs to the answer, not to its abbreviations.
        else if (formula is not Expression.Let && scope.Asked.Count > 0 && style.Notation == Notation.Ascii && Random.OneIn(4)) text = $"{One(scope.Asked)} = {text}";
        return Random.OneIn(5) ? new JObject { ["formula"] = text } : text;
    }
}
