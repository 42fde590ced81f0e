using System.Globalization;
using Formulas.Analysis.Proof;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Proof;

/// <summary>Formulas are proven equal by their exact forms where they are equal, and never where they are not.</summary>
public sealed class ExactFormTests
{
    private static readonly Scope Open = new([Number("s", 0, null), Number("p", 0, 1), Number("q", 0, 1)], [], [], Open: true);

    [TestCase("(a+b)^2", "a^2+2*a*b+b^2")]
    [TestCase("0.1*x+0.2*x", "0.3*x")]
    [TestCase("1/s-1/(s+1)", "1/(s*(s+1))")]
    [TestCase("(s^2-1)/s", "s-1/s")]
    [TestCase("1/(1+exp(-z))", "exp(z)/(1+exp(z))")]
    [TestCase("sigmoid'(z)", "exp(-z)/(1+exp(-z))^2")]
    [TestCase("1-tanh(z)^2", "1/cosh(z)^2")]
    [TestCase("2*sigmoid(2*z)-1", "tanh(z)")]
    [TestCase("exp(a+2*b)", "exp(a)*exp(b)^2")]
    [TestCase("e^(x/2)", "sqrt(exp(x))")]
    [TestCase("2^s*3^s", "6^s")]
    [TestCase("2^x", "exp(x*ln(2))")]
    [TestCase("s^x", "exp(x*ln(s))")]
    [TestCase("ln(1/(1+exp(-z)))", "z-ln(1+exp(z))")]
    [TestCase("softplus(z)-y*z", "-y*ln(sigmoid(z))-(1-y)*ln(1-sigmoid(z))")]
    [TestCase("ln(6)", "ln(2)+ln(3)")]
    [TestCase("log2(8*s)", "3+ln(s)/ln(2)")]
    [TestCase("ln(sqrt(2*pi*s^2))", "ln(2*pi)/2+ln(s)")]
    [TestCase("ln(1/x)", "-ln(x)")]
    [TestCase("exp(-(x-m)^2/(2*s^2))/(s*sqrt(2*pi))", "exp(-(m-x)^2/(2*s^2))/sqrt(2*pi*s^2)")]
    [TestCase("sqrt(8)", "2*sqrt(2)")]
    [TestCase("1/sqrt(2)", "sqrt(2)/2")]
    [TestCase("(sqrt(p)-sqrt(q))^2", "p+q-2*sqrt(p*q)")]
    [TestCase("sqrt(1+x^2)^3", "(1+x^2)*sqrt(1+x^2)")]
    [TestCase("1/sqrt(1+x^2)", "sqrt(1+x^2)/(1+x^2)")]
    [TestCase("sin(x+y)", "sin(x)*cos(y)+cos(x)*sin(y)")]
    [TestCase("cos(3*x)", "4*cos(x)^3-3*cos(x)")]
    [TestCase("sin(x)^4+cos(x)^4", "1-sin(2*x)^2/2")]
    [TestCase("tan(x)^2+1", "1/cos(x)^2")]
    [TestCase("sin(x+pi)", "-sin(x)")]
    [TestCase("max(a,b)", "(a+b+abs(a-b))/2")]
    [TestCase("max(0,-x)", "max(0,x)-x")]
    [TestCase("relu(3*x)", "3*relu(x)")]
    [TestCase("relu(x)^2", "x*relu(x)")]
    [TestCase("cases(x>0: x, else: 0)", "relu(x)")]
    [TestCase("x*1[x>=0]", "relu(x)")]
    [TestCase("cases(x>1: x-1, else: 0)", "relu(x-1)")]
    [TestCase("1[x>=1]", "1-1[x<1]")]
    [TestCase("1[x<1 or x>1]", "1[x<1]+1[x>1]-1[x<1]*1[x>1]")]
    [TestCase("sum(k,1,5,k*x)", "x*sum(k,1,5,k)")]
    [TestCase("t=a+b; t*t", "(a+b)^2")]
    public void IsProvenEqualTo_EqualFormulas_Holds(string answer, string reference)
    {
        Assert.Multiple(() =>
        {
            Assert.That(IsProven(answer, reference, Open), Is.True);
            Assert.That(IsProven(reference, answer, Open), Is.True);
        });
    }

    [TestCase("v . w", "w . v")]
    [TestCase("A (v + w)", "A v + A w")]
    [TestCase("(A v)^T", "v^T A^T")]
    [TestCase("v^T A w", "w^T A^T v")]
    [TestCase("A v (w^T v)", "A (v w^T) v")]
    [TestCase("(A v)_i", "A[i,:] . v")]
    [TestCase("sum(v + 1)", "sum(v) + n")]
    [TestCase("norm(v)^2", "v . v")]
    [TestCase("sum(k, 1, n, a v_k + b)", "a sum(k, 1, n, v_k) + n b")]
    public void IsProvenEqualTo_EqualArrays_Holds(string answer, string reference) =>
        Assert.That(IsProven(answer, reference, WellShaped.Scope), Is.True);

    [TestCase("x", "x+1e-17", Description = "differ by less than doubles show")]
    [TestCase("0.333333333333333", "1/3")]
    [TestCase("2.718281828459045", "e")]
    [TestCase("sqrt(x^2)", "x")]
    [TestCase("sqrt(x*y)", "sqrt(x)*sqrt(y)", Description = "both may be below 0")]
    [TestCase("ln(x^2)", "2*ln(x)", Description = "the right one lacks a value below 0")]
    [TestCase("2*ln(x)", "ln(x^2)")]
    [TestCase("ln(x)-ln(x)", "0", Description = "has no value below 0")]
    [TestCase("x/x", "1", Description = "has no value at 0")]
    [TestCase("x^0.5*x^0.5", "x")]
    [TestCase("1[x>0]", "1[x>=0]")]
    [TestCase("1[1/x>=0]", "1[x>0]+1[x=0]")]
    [TestCase("ln(x)*1[x>0]", "cases(x>0: ln(x), else: 0)", Description = "the left one has no value below 0")]
    [TestCase("1[x>0]+1/x-1/x", "cases(x>0: 1/x, else: 0)*x")]
    [TestCase("sum(k,1,m,1)", "m", Description = "empty where m is below 1")]
    [TestCase("x+sum(k,1,m,0)", "x", Description = "m need not be whole")]
    [TestCase("x+0/x", "x")]
    [TestCase("x+v-v+0*ln(x)", "x")]
    [TestCase("(-1)^(2*m)", "1", Description = "m need not be whole")]
    [TestCase("(x-a)^6000", "(x-a)^5999")]
    [TestCase("step(x)", "1[x>=0]")]
    [TestCase("max(a*x,x)", "x*max(a,1)")]
    [TestCase("abs(a*b)", "a*abs(b)")]
    public void IsProvenEqualTo_OtherFormulas_DoesNot(string answer, string reference) =>
        Assert.That(IsProven(answer, reference, Open), Is.False);

    [TestCase("A v", "A^T v")]
    [TestCase("v w^T", "w v^T")]
    [TestCase("v^T A w", "v^T A^T w")]
    [TestCase("(A v)_i", "A[:,i] . v")]
    [TestCase("sum(k, 1, n, v_k w_k)", "sum(v) * sum(w)")]
    public void IsProvenEqualTo_OtherArrays_DoesNot(string answer, string reference) =>
        Assert.That(IsProven(answer, reference, WellShaped.Scope), Is.False);

    [TestCase(11ul, 6_000)]
    [TestCase(12ul, 400_000, Explicit = true, Reason = "takes minutes")]
    public void IsProvenEqualTo_GeneratedPairs_HoldsForEqualOnesAlone(ulong seed, int count)
    {
        var (equal, proven, wrong) = (0, 0, new List<string>());
        foreach (var pair in GeneratedPairs.Draw(seed, count))
        {
            var isProven = IsProven(pair.Answer, pair.Reference, pair.Scope);
            if (pair.AreEqual) equal++;
            if (pair.AreEqual && isProven) proven++;
            if (!pair.AreEqual && isProven) wrong.Add($"{pair.Answer}  against  {pair.Reference}");
        }

        TestContext.Out.WriteLine($"{proven.ToString(CultureInfo.InvariantCulture)} of {equal.ToString(CultureInfo.InvariantCulture)} equal pairs are proven so.");
        Assert.That(wrong.OrderBy(line => line.Length).Take(20), Is.Empty);
        Assert.That(2 * proven, Is.GreaterThan(equal));
    }

    private static bool IsProven(string answer, string reference, Scope scope) =>
        FormulaReader.Read(answer, scope) is Reading<Expression>.Success(var left, _) && FormulaReader.Read(reference, scope) is Reading<Expression>.Success(var right, _)
            ? ExactForm.Of(right, scope) is { } known && ExactForm.Of(left, scope)?.IsProvenEqualTo(known) == true
            : throw new ArgumentException($"{answer} or {reference} cannot be read.");

    private static Symbol Number(string name, double low, double? high) =>
        new(name, SymbolKind.Variable, Shape.Scalar, new Domain.Interval(low, high, LowOpen: true, HighOpen: true), [], []);
}
