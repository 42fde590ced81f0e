using Formulas.Analysis.Equality;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Mutation;

public sealed class MistakeSearchTests
{
    private static readonly Shape VectorD = new Shape.VectorShape(Size.Named("d"));
    private static readonly Shape MatrixDD = new Shape.MatrixShape(Size.Named("d"), Size.Named("d"));

    private static readonly Scope Scope = new(
        [
            .. new[] { "a", "b", "y" }.Select(name => Variable(name, Shape.Scalar)),
            .. new[] { "v", "w", "x" }.Select(name => Variable(name, VectorD)),
            .. new[] { "A", "B" }.Select(name => Variable(name, MatrixDD)),
            new Symbol("i", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], Size.Named("d")),
            new Symbol("j", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], Size.Named("d")),
            new Symbol("g", SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, [], []),
            new Symbol("Phi", SymbolKind.VectorMap, VectorD, Domain.Reals, [], []),
        ],
        ["d"],
        []);

    private static Symbol Variable(string name, Shape shape) => new(name, SymbolKind.Variable, shape, Domain.Reals, [], []);

    private static Expression Read(string text) => FormulaReader.Read(text, Scope) is Reading<Expression>.Success(var formula, _)
        ? formula
        : throw new AssertionException($"{text} cannot be read.");

    private static EquatableList<Mistake> Find(string answer, string reference) =>
        (Diagnosing.Find(Read(answer), Read(reference), Scope, [], 1) as Diagnosis.Found)?.Mistakes ?? [];

    [TestCase("w_i + a x_i", "w_i - a x_i", "wrong-sign", "The sign of a * x[i] is turned.")]
    [TestCase("exp(a) + b", "exp(-a) + b", "wrong-sign", "The sign of the argument of exp is turned.")]
    [TestCase("a^3 + y", "a^(-3) + y", "wrong-sign", "The sign of the exponent -3 is turned.")]
    [TestCase("[a, -b]", "[a, b]", "wrong-sign", "The sign of entry 2 is turned.")]
    [TestCase("a (b - y) + y", "a (y - b) + y", "wrong-sign", "The sign of a * (y - b) is turned.")]
    [TestCase("a b + y", "a b + y + v . w", "missing-term", "The term v . w is missing.")]
    [TestCase("a b + y - b", "a b + y", "extra-term", "The term b is added or taken away, which does not belong.")]
    [TestCase("a b + 2 y", "a b + y", "extra-term", "The term y counts twice.")]
    [TestCase("(y - g(w . x)) x", "(y - g(w . x)) g'(w . x) x", "missing-factor", "The factor g'(w . x) of the chain rule is missing.")]
    [TestCase("(y - b) x", "(y - b) s(a) (1 - s(a)) x", "missing-factor", "A factor of the chain rule is missing.")]
    [TestCase("w_i", "w_i + a b (y - g(v . x)) x_i", "missing-term", "A whole term is missing.")]
    [TestCase("(y - b) x + a v - y w", "(y - b) g'(a) x + a v - y w", "missing-factor", "The factor g'(a) of the chain rule is missing.")]
    [TestCase("A^T B^T x", "A^T J_Phi(x)^T B^T x", "missing-factor", "The factor J_Phi(x)^T of the chain rule is missing.")]
    [TestCase("a b y", "a b", "extra-factor", "The factor y is there and does not belong.")]
    [TestCase("a b^2", "a b", "extra-factor", "The factor b is there twice.")]
    [TestCase("a / b + y", "b / a + y", "inverted", "A quotient is turned over.")]
    [TestCase("a + b + y", "a b + y", "wrong-operation", "a and b are added where they should be multiplied.")]
    [TestCase("prod(k,1,d, v_k + w_k)", "sum(k,1,d, v_k + w_k)", "wrong-operation", "A product over the index stands where its sum belongs.")]
    [TestCase("v .* w", "v . w", "wrong-operation", null)]
    [TestCase("g(a) x", "g'(a) x", "function-for-derivative", "A function itself stands where its derivative belongs.")]
    [TestCase("g'(a) + b", "g(a) + b", "derivative-for-function", "A derivative stands where the function itself belongs.")]
    [TestCase("A x", "Phi(A x)", "missing-function", "The function Phi is not applied: its argument stands alone.")]
    [TestCase("tanh(a) b", "s(a) b", "wrong-function", "tanh stands where sigmoid belongs.")]
    [TestCase("exp(a b)", "a b", "extra-function", null)]
    [TestCase("y ln(a^2)", "(1 - y) ln(a^2)", "complement", "y stands where 1 minus it belongs.")]
    [TestCase("v_1 w_1", "sum(k,1,d, v_k w_k)", "missing-sum", "The sum over k is missing: only the summand with k = 1 is there.")]
    [TestCase("g(v_i)", "g(sum(v))", "missing-sum", "Only entry i of v is there where all are taken together.")]
    [TestCase("sum(v) / d + a", "sum(v) + a", "mean-for-sum", "This is a mean where a sum is asked for: it is divided by d.")]
    [TestCase("v_i (a - b) / d", "v_i (a - b)", "extra-factor", "The division by d is there and does not belong.")]
    [TestCase("(v . w - a) / d", "v . w - a", "mean-for-sum", "This is a mean where a sum is asked for: it is divided by d.")]
    [TestCase("sum(k,2,d, v_k w_k)", "sum(k,1,d, v_k w_k)", "off-by-one", null)]
    [TestCase("v_j w_j", "v_i w_j", "wrong-index", "The index j stands where i belongs.")]
    [TestCase("A_ji + a", "A_ij + a", "wrong-index", "The indices i and j have changed places.")]
    [TestCase("sum(v) w_j", "v_i w_j", "extra-sum", "The sum of a vector stands where its entry belongs.")]
    [TestCase("(y - a) x", "(y - b) x", "wrong-symbol", "a stands where b belongs.")]
    [TestCase("A x", "A^T x", "transposed", "A stands where its transpose belongs.")]
    [TestCase("A B x", "A^T B^T x", "transposed", "The transposes are missing: each matrix goes back by its transpose.")]
    [TestCase("B A x", "A B x", "wrong-order", null)]
    [TestCase("(a - b) y", "(a - b)^2 y", "wrong-exponent", "The exponent 2 of a - b is missing.")]
    [TestCase("(a - b)^3 y", "(a - b)^2 y", "wrong-exponent", "The exponent of a - b is not the right one.")]
    [TestCase("b + 2 a", "b + 3 a", "wrong-number", "The number 2 stands where 3 belongs.")]
    [TestCase("cases(a > 0: y, else: 2)", "cases(a > 0: 2, else: y)", "turned-inequality", "The condition a > 0 is turned, or the values of its two cases are exchanged.")]
    [TestCase("a b", "1[y > 0] a b", "missing-factor", "A factor of the chain rule is missing.")]
    [TestCase("exp(y)", "cases(a > 0: exp(y), else: 0)", "missing-condition", "A condition does not enter.")]
    [TestCase("cases(a < 0: b, else: y)", "cases(a > 0 or b > y: b, else: y)", null, null)]
    [TestCase("a b + y x_i", "a (b + y) x_i", "lost-brackets", "The brackets around b + y are missing: what stands beside them reaches only one of its terms.")]
    [TestCase("a^2 + b^2", "(a + b)^2", "distributed", "The power of a sum is taken for the sum of the powers.")]
    [TestCase("exp(a) + exp(b)", "exp(a + b)", "distributed", "exp of a sum is taken for the sum of its values at each term.")]
    [TestCase("a g(sum(x))", "g(a sum(x))", "misplaced", "The factor a stands outside g and belongs into its argument.")]
    [TestCase("sum(k,1,d, g(a x_k))", "g(a sum(x))", "misplaced", null)]
    [TestCase("b (w . x - y)", "g'(b (w . x - y)) a^y", "only-a-piece", "This is only one piece of the formula, b * (w . x - y).")]
    public void Find_Mistake_HasItsCodeAndSentence(string answer, string reference, string? code, string? sentence)
    {
        var found = Find(answer, reference);
        Assert.That(found.Select(mistake => mistake.Code), Is.EqualTo(code is null ? (string[])[] : [code]), string.Join(" ", found.Select(mistake => mistake.Message)));
        if (sentence is not null) Assert.That(found[0].Message, Is.EqualTo(sentence));
    }

    [TestCase("-(y - g(w . x)) x", "(y - g(w . x)) g'(w . x) x", "missing-factor", "wrong-sign")]
    [TestCase("2 a v_j", "a v_i", "wrong-index", "constant-factor")]
    public void Find_TwoMistakesAtOnce_NamesBoth(string answer, string reference, string first, string second) =>
        Assert.That(Find(answer, reference).Select(mistake => mistake.Code), Is.EqualTo(new[] { first, second }));

    [Test]
    public void Find_TwoEntriesWrongInTwoWays_NamesEach() =>
        Assert.That(Find("[a + b, g(y), v . w]", "[a b, g'(y), v . w]").Select(mistake => mistake.Message), Is.EqualTo(new[]
        {
            "Entry 1: a and b are added where they should be multiplied.",
            "Entry 2: A function itself stands where its derivative belongs.",
        }));

    [TestCase("0", "a b")]
    [TestCase("a^5 + b^7", "a b")]
    [TestCase("cases(a > 0: b, a < -60: 7, else: y)", "cases(a > 0: y, else: b)")]
    public void Find_NothingExplainsTheValues_NamesNothing(string answer, string reference) => Assert.That(Find(answer, reference), Is.Empty);

    /// <summary>diag makes a matrix of a vector and a vector of a matrix: one put in for the other changes what is around it.</summary>
    [TestCase("(diag(v))[:,i]")]
    [TestCase("(diag(v))[i,:] . w")]
    [TestCase("diag(A) . v")]
    public void Of_FormulaWithDiagonals_KeepsItsShapesSound(string text)
    {
        var changes = Mutations.Of(Read(text), Scope).Select(change => Calculator.Print(change.Replacement)).ToList();
        Assert.That(changes.Where(change => FormulaReader.Read(change, Scope) is not Reading<Expression>.Success), Is.Empty);
        Assert.That(changes, Has.Count.GreaterThan(3));
    }

    [TestCase("sum(k,1,100000, k v_i) + a", "sum(k,1,100000, k v_i) - a", TestName = "Find_ReferenceThatTakesLong_TriesNoMistakes")]
    [CancelAfter(20_000)]
    public void Find_TooMuchToTry_NamesNothing(string answer, string reference) => Assert.That(Find(answer, reference), Is.Empty);
}
