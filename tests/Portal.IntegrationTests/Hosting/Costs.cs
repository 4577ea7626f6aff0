using System.Net;

namespace Portal.IntegrationTests.Hosting;

public static class Costs
{
    extension(TestPortal portal)
    {
        /// <summary>Commands that reach the database for one answer that comes from no page cache, when small caches are warm.</summary>
        public async Task<int> CostAsync(string path, HttpClient? client = null)
        {
            for (var i = 0; ; i++)
            {
                portal.Queries.Reset();
                // An address with this header passes the cache of pages by; the API knows no such cache.
                using var answer = await (client ?? portal.Client).AskAsync(path, client is null && !path.StartsWith("/api", StringComparison.Ordinal) ? [("Authorization", "Uncached")] : []);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
                if (i == 1) return portal.Queries.Count;
            }
        }
    }
}
