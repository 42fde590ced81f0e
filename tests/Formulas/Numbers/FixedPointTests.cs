using System.Globalization;
using System.Numerics;
using Formulas.Numbers;

namespace Formulas.Tests.Numbers;

/// <summary>The promised error, against sums of the series in decimal numbers of 130 digits, and against the same functions in far more digits.</summary>
public sealed class FixedPointTests
{
    private static readonly double[] Arguments = [-1, -0.999, -0.75, -1e-9, 0, 1e-30, 0.0078125, 0.3, 0.75, 1];

    [Test]
    public void Functions_At075_HaveTheDigitsOfTheSeries()
    {
        var x = 3 * (FixedPoint<UsualDigits>.One >> 2);
        var (sine, cosine) = FixedPoint<UsualDigits>.SineAndCosine(x);
        Within(sine, Units("1455971554591046084271462210031362528926460828483720229654074872389768718493217782663292811218841"));
        Within(cosine, Units("1562877938242116120596407168853302463341522789268739181695346804808976818297850893700625202805174"));
        Within(FixedPoint<UsualDigits>.Exp(-x), Units("1008968832857458248196569608356177070854435739135873911861618002726505029517908224340198462687074"));
    }

    [TestCaseSource(nameof(Arguments))]
    public void Functions_InFarMoreDigits_AgreeWithinTheError(double x)
    {
        var (few, many) = (Fixed<UsualDigits>(x), Fixed<FarDigits>(x));
        var (sine, cosine) = FixedPoint<UsualDigits>.SineAndCosine(few);
        var (exactSine, exactCosine) = FixedPoint<FarDigits>.SineAndCosine(many);
        Within(sine, Cut(exactSine));
        Within(cosine, Cut(exactCosine));
        Within(FixedPoint<UsualDigits>.Exp(few), Cut(FixedPoint<FarDigits>.Exp(many)));
        Within(FixedPoint<UsualDigits>.Arctangent(few), Cut(FixedPoint<FarDigits>.Arctangent(many)));
    }

    [TestCaseSource(nameof(Arguments))]
    public void Functions_InFarMoreDigits_KeepTheirIdentities(double x)
    {
        var many = Fixed<FarDigits>(x);
        var (one, scale) = (FixedPoint<FarDigits>.One, FixedPoint<FarDigits>.Scale);
        var (sine, cosine) = FixedPoint<FarDigits>.SineAndCosine(many);
        // Each function's error counts up to twice its value, e at most.
        Assert.That(BigInteger.Abs(((sine * sine) + (cosine * cosine) >> scale) - one), Is.LessThan((BigInteger)4 * FixedPoint<FarDigits>.Error));
        Assert.That(BigInteger.Abs((FixedPoint<FarDigits>.Exp(many) * FixedPoint<FarDigits>.Exp(-many) >> scale) - one), Is.LessThan((BigInteger)8 * FixedPoint<FarDigits>.Error));
    }

    private static BigInteger Units(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    private static BigInteger Fixed<TDigits>(double x)
        where TDigits : IDigits => (BigInteger)Math.ScaleB(x, 200) << (FixedPoint<TDigits>.Scale - 200);

    private static BigInteger Cut(BigInteger far) => far >> (FixedPoint<FarDigits>.Scale - FixedPoint<UsualDigits>.Scale);

    private static void Within(BigInteger value, BigInteger truth) =>
        Assert.That(BigInteger.Abs(value - truth), Is.LessThanOrEqualTo((BigInteger)FixedPoint<UsualDigits>.Error));
}
