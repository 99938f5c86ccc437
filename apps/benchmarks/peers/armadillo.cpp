// Armadillo's gmm_full and gmm_diag as a program that answers requests: see src/protocol/serve.ts.

#include <armadillo>
#include <chrono>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

using Words = std::vector<std::string>;

static arma::mat rows; // d x n: a row of the data is a column here

static std::vector<double> doubles(const std::string& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<double> values(in.tellg() / sizeof(double));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(values.data()), values.size() * sizeof(double));
  return values;
}

static void set_start(arma::gmm_full& model, const std::vector<double>& start, size_t k, size_t d) {
  const arma::mat means(start.data() + k, d, k);
  const arma::cube covariances(start.data() + k + k * d, d, d, k);
  model.set_params(means, covariances, arma::rowvec(start.data(), k));
}

static void set_start(arma::gmm_diag& model, const std::vector<double>& start, size_t k, size_t d) {
  const arma::mat means(start.data() + k, d, k);
  const arma::mat variances(start.data() + k + k * d, d, k);
  model.set_params(means, variances, arma::rowvec(start.data(), k));
}

using Clock = std::chrono::steady_clock;

// Armadillo reports each iteration and flushes the report: this notes when.
class Report : public std::streambuf {
 public:
  std::vector<Clock::time_point> times;

 protected:
  int overflow(int letter) override { return letter; }
  std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
  int sync() override {
    times.push_back(Clock::now());
    return 0;
  }
};

// EM from the start, without a variance floor. It may end before its time, when nothing changes any more. Seconds of
// all iterations but the first, which has the setup in it, and how many they are; of the only one where there is one.
template <typename Model>
static std::pair<double, size_t> learn(Model& model, const std::vector<double>& start, size_t k, size_t iterations) {
  set_start(model, start, k, rows.n_rows);
  Report report;
  std::ostream out(&report);
  arma::set_cout_stream(out);
  report.times.push_back(Clock::now());
  const bool learned = model.learn(rows, k, arma::eucl_dist, arma::keep_existing, 0, iterations, 0, true);
  arma::set_cout_stream(std::cout);
  if (!learned) throw std::runtime_error("learn failed");
  const size_t from = report.times.size() > 2 ? 1 : 0;
  const std::chrono::duration<double> time = report.times.back() - report.times.at(from);
  return {time.count(), report.times.size() - 1 - from};
}

template <typename Model>
static std::string run(size_t k, const std::string& start_file, size_t iterations, size_t repeats) {
  const std::vector<double> start = doubles(start_file);
  Model model;
  double seconds = 0;
  size_t counted = 0;
  for (size_t repeat = 0; repeat < repeats; repeat++) {
    const auto [time, count] = learn(model, start, k, iterations);
    seconds += time;
    counted += count;
  }
  const double digest = arma::dot(model.hefts, arma::sum(arma::square(model.means), 0));
  std::ostringstream answer;
  answer << std::setprecision(17) << "{\"seconds\": " << seconds / counted
         << ", \"logLikelihood\": " << model.avg_log_p(rows) * rows.n_cols << ", \"digest\": " << digest
         << "}";
  return answer.str();
}

static std::string answer(const Words& words) {
  const std::string& name = words.at(0);
  if (name == "hello") {
    return "{\"version\": \"" + arma::arma_version::as_string() + "\", \"details\": \"g++ " __VERSION__ ", -O3 -march=native -fopenmp\"}";
  }
  if (name == "load") {
    const std::vector<double> values = doubles(words.at(1));
    rows = arma::mat(values.data(), std::stoul(words.at(3)), std::stoul(words.at(2)));
    return "{}";
  }
  if (name == "run") {
    const size_t k = std::stoul(words.at(2)), iterations = std::stoul(words.at(4)), repeats = std::stoul(words.at(5));
    if (words.at(1) == "full") return run<arma::gmm_full>(k, words.at(3), iterations, repeats);
    if (words.at(1) == "diag") return run<arma::gmm_diag>(k, words.at(3), iterations, repeats);
  }
  throw std::runtime_error("it cannot do this");
}

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream text(line);
    Words words;
    for (std::string word; std::getline(text, word, '\t');) words.push_back(word);
    try {
      std::cout << answer(words) << std::endl;
    } catch (const std::exception& error) {
      std::cout << "{\"error\": \"" << error.what() << "\"}" << std::endl;
    }
  }
}
