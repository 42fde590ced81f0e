using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Equality;

public sealed class DiagnosingTests
{
    private static readonly Scope Open = Scope.Empty with { Open = true };

    [TestCase("-x y", "x y", typeof(Diagnosis.WrongSign))]
    [TestCase("x y / 2", "x y", typeof(Diagnosis.ConstantFactor))]
    [TestCase("x", "5 x", typeof(Diagnosis.ConstantFactor), TestName = "Find_FactorThatIsNoBinaryFraction_IsNamed")]
    [TestCase("x y + 3", "x y", typeof(Diagnosis.ConstantOffset))]
    [TestCase("[y, x]", "[x, y]", typeof(Diagnosis.Permuted))]
    [TestCase("[[x, 1], [y, 2]]", "[[x, y], [1, 2]]", typeof(Diagnosis.Transposed))]
    public void Find_MistakeThatTheValuesProve_IsNamed(string answer, string reference, Type expected) =>
        Assert.That(Find(answer, reference), Is.TypeOf(expected));

    [TestCase("x^2 + 7 cos(x)", "x")]
    [TestCase("(x-a)^6000", "(x-a)^5999", TestName = "Find_ValuesThatAgreeInDoubles_ProveNoName")]
    [TestCase("x + 1e-30 cos(x)", "x", TestName = "Find_OffsetThatShowsAtOnePointAlone_ProvesNoName")]
    public void Find_NothingProved_NamesNothing(string answer, string reference) =>
        Assert.That(Find(answer, reference), Is.Null);

    private static Diagnosis? Find(string answer, string reference) =>
        Diagnosing.Find(Read(answer), Read(reference), Open, [], 1);

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Open)).Value;
}
