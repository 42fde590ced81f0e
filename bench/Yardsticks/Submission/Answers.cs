namespace Submission;

/// <summary>What a student hands in: the loss of linear regression.</summary>
public static class Answers
{
    public static double Loss(double[] w, double[][] x, double[] y)
    {
        var sum = 0.0;
        for (var row = 0; row < y.Length; row++)
        {
            var prediction = x[row].Zip(w, (entry, weight) => entry * weight).Sum();
            sum += (prediction - y[row]) * (prediction - y[row]);
        }

        return sum;
    }
}
