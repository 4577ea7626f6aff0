using System.Globalization;
using System.Text;
using Portal.TransparencyLog.Merkle;

namespace Portal.TransparencyLog.Signing;

/// <summary>The text that a signed tree head signs, in the manner of the checkpoints of transparency logs (C2SP tlog-checkpoint): name of the log, size, root in base64, and the day, each on a line.</summary>
public static class Checkpoint
{
    public static string Text(string logId, long size, Digest root, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"transparency-log/{logId}\n{size}\n{root}\n{day:yyyy-MM-dd}\n");

    public static byte[] Bytes(string logId, long size, Digest root, DateOnly day) => Encoding.ASCII.GetBytes(Text(logId, size, root, day));
}
